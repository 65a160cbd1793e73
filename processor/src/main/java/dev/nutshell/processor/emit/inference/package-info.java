/** The class that predicts. */
package dev.nutshell.processor.emit.inference;
