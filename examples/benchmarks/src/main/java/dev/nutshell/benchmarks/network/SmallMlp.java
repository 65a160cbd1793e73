package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A perceptron of 4, 16 and 3 units. */
@Network("small_mlp.dl")
public interface SmallMlp {}
