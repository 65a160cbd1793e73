package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** LeNet-5 for 28×28 pixels. */
@Network("lenet.dl")
public interface LeNet {}
