package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A language model of four transformer blocks. */
@Network("gpt.dl")
public interface Gpt {}
