/**
 * The layers, functions, losses and metrics of the library as annotations of a method of a {@link
 * dev.nutshell.annotation.Network}. The types are generated from the library itself, and have its names: {@code max_pool} is
 * {@code @MaxPool}, {@code kernel_init} is {@code kernelInit}.
 */
package dev.nutshell.annotation.layer;
