package dev.nutshell.examples.language;

import dev.nutshell.annotation.Network;

/** Writes text, character by character; the network is in {@code gpt.dl}. */
@Network("gpt.dl")
interface Gpt {}
