package dev.nutshell.examples.linear;

import dev.nutshell.annotation.Network;

/** The network is in {@code linear.dl}, beside this file. */
@Network("linear.dl")
interface Linear {}
