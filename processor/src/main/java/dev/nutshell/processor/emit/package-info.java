/** Scheduled models become Java classes. */
package dev.nutshell.processor.emit;
