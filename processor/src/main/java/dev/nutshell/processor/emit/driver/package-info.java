/** Programs become methods that call those of their kernels, and classes hold both. */
package dev.nutshell.processor.emit.driver;
