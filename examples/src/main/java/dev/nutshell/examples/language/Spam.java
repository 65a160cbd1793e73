package dev.nutshell.examples.language;

import dev.nutshell.annotation.Network;

/** Finds spam among text messages; the network is in {@code spam.dl}. */
@Network("spam.dl")
interface Spam {}
