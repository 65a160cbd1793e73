package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A perceptron of 784, 512, 512 and 10 units. */
@Network("deep_mlp.dl")
public interface DeepMlp {}
