/** The annotation processor: annotated interfaces in, sources and diagnostics out. */
package dev.nutshell.processor.door;
