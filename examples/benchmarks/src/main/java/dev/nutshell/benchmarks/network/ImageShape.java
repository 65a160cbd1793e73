package dev.nutshell.benchmarks.network;

/**
 * The shape of one image.
 *
 * @param height rows
 * @param width columns
 * @param channels numbers at each position
 */
public record ImageShape(int height, int width, int channels) {}
