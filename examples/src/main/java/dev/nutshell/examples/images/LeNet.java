package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Tells ten classes of images apart with two convolutions; the network is in {@code le_net.dl}. */
@Network("le_net.dl")
interface LeNet {}
