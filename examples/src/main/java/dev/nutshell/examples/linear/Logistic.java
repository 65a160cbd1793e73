package dev.nutshell.examples.linear;

import dev.nutshell.annotation.Network;

/** The network is in {@code logistic.dl}, beside this file. */
@Network("logistic.dl")
interface Logistic {}
