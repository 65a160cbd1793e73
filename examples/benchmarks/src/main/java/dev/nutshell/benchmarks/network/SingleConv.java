package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A 3×3 convolution of 64 channels to 64, on 32×32 positions. */
@Network("single_conv.dl")
public interface SingleConv {}
