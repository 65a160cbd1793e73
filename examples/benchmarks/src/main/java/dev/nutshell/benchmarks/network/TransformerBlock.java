package dev.nutshell.benchmarks.network;

import dev.nutshell.annotation.Network;

/** A transformer block of width 128 with 4 heads, for 64 tokens. */
@Network("transformer.dl")
public interface TransformerBlock {}
