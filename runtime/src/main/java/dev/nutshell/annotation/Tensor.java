package dev.nutshell.annotation;

/**
 * A named value of a network of annotated methods: what a method declares, and what its parameters
 * read. There are no objects of this type; it is looked at by the compiler only.
 */
public interface Tensor {}
