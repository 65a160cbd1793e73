package dev.nutshell.examples.linear;

import dev.nutshell.annotation.Network;

/** The network is in {@code ridge.dl}, beside this file. */
@Network("ridge.dl")
interface Ridge {}
