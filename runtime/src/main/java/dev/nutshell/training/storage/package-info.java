/** Numbers of either precision, as training holds them. */
package dev.nutshell.training.storage;
