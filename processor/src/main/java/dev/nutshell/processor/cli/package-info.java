/** The command {@code nutshell}: the compiler without {@code javac}. */
package dev.nutshell.processor.cli;
