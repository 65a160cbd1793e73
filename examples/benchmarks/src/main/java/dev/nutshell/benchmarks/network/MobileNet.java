package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** Depthwise-separable blocks for 32×32 pixels. */
@Network("mobile_net.dl")
public interface MobileNet {}
