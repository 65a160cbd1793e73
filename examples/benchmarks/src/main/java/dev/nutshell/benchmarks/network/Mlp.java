package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A perceptron of 784, 128 and 10 units. */
@Network("mlp.dl")
public interface Mlp {}
