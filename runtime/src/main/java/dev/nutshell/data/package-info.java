/**
 * Data sets: numbered samples, read in batches into columns of numbers.
 *
 * <p>What reads files, changes samples and reads ahead is in the module {@code dev.nutshell.data}.
 */
package dev.nutshell.data;
