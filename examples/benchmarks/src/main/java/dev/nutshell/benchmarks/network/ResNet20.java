package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A residual network of 20 layers for 32×32 pixels. */
@Network("resnet20.dl")
public interface ResNet20 {}
