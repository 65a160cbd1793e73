/** One kernel becomes one method: its statements and expressions, plain or over vectors. */
package dev.nutshell.processor.emit.kernel;
