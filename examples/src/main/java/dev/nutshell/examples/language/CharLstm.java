package dev.nutshell.examples.language;

import dev.nutshell.annotation.Network;

/** Writes text, character by character, with a state; the network is in {@code char_lstm.dl}. */
@Network("char_lstm.dl")
interface CharLstm {}
