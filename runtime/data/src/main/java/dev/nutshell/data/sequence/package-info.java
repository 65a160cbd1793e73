/** Sequences of tokens in rows of one length: windows, padding, buckets. */
package dev.nutshell.data.sequence;
