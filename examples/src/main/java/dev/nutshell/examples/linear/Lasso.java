package dev.nutshell.examples.linear;

import dev.nutshell.annotation.Network;

/** The network is in {@code lasso.dl}, beside this file. */
@Network("lasso.dl")
interface Lasso {}
