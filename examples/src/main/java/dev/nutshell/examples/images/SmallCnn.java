package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Tells ten kinds of clothes apart; the network is in {@code small_cnn.dl}. */
@Network("small_cnn.dl")
interface SmallCnn {}
