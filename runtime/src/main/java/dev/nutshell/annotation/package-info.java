/**
 * Networks anchored in Java. {@link dev.nutshell.annotation.Network @Network} stands on an
 * interface; its text is a {@code .dl} file, an inline text block, or the annotated methods of the
 * interface themselves. All are read when the interface is compiled; none is looked at when a
 * program runs.
 */
package dev.nutshell.annotation;
