package dev.nutshell.processor.frontend;

/**
 * A {@code .dl} text.
 *
 * @param name the name that diagnostics show and imports are resolved against, with forward slashes
 */
public record Source(String name, String text) {}
