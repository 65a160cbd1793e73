package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** An LSTM layer of 128 units over 32 steps. */
@Network("lstm.dl")
public interface Lstm {}
