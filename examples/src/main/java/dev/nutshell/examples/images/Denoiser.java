package dev.nutshell.examples.images;

import dev.nutshell.annotation.Network;

/** Takes the noise out of images; the network is in {@code denoiser.dl}. */
@Network("denoiser.dl")
interface Denoiser {}
