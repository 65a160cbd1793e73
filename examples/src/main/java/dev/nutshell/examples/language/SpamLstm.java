package dev.nutshell.examples.language;

import dev.nutshell.annotation.Network;

/** Finds spam among text messages, word by word; the network is in {@code spam_lstm.dl}. */
@Network("spam_lstm.dl")
interface SpamLstm {}
