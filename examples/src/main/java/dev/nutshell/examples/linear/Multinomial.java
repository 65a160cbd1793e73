package dev.nutshell.examples.linear;

import dev.nutshell.annotation.Network;

/** The network is in {@code multinomial.dl}, beside this file. */
@Network("multinomial.dl")
interface Multinomial {}
