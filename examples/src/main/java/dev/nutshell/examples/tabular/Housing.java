package dev.nutshell.examples.tabular;

import dev.nutshell.annotation.Network;

/** Estimates prices of houses; the network is in {@code housing.dl}, beside this file. */
@Network("housing.dl")
interface Housing {}
