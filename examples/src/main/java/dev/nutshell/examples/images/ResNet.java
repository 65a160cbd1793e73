package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Tells ten kinds of clothes apart with residual blocks; the network is in {@code res_net.dl}. */
@Network("res_net.dl")
interface ResNet {}
