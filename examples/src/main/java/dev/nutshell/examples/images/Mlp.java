package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Tells ten classes of images apart with one hidden layer; the network is in {@code mlp.dl}. */
@Network("mlp.dl")
interface Mlp {}
