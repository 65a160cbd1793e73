/** Random changes of samples, for training alone. */
package dev.nutshell.data.augment;
