package dev.nutshell.examples.tabular;

import dev.nutshell.annotation.Network;

/** Tells three species of iris apart; the network is in {@code iris.dl}, beside this file. */
@Network("iris.dl")
interface Iris {}
