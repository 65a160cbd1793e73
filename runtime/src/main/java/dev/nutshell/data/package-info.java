/** Data sets: columns of numbers, read from files, divided and selected. */
package dev.nutshell.data;
