package dev.nutshell.examples.tabular;

import dev.nutshell.annotation.Network;

/** Estimates how far cars go on a gallon; the network is in {@code cars.dl}. */
@Network("cars.dl")
interface Cars {}
