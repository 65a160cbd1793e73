/** The classes that train. */
package dev.nutshell.processor.emit.training;
