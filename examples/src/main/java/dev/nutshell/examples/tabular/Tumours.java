package dev.nutshell.examples.tabular;

import dev.nutshell.annotation.Network;

/** Tells malignant tumours from benign ones; the network is in {@code tumours.dl}. */
@Network("tumours.dl")
interface Tumours {}
