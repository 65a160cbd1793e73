/** Classes as targets: one-hot rows, weights, and parts of a data set that have their share. */
package dev.nutshell.data.label;
