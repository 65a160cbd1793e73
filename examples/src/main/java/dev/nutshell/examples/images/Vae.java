package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Draws digits that nobody wrote; the network is in {@code vae.dl}. */
@Network("vae.dl")
interface Vae {}
