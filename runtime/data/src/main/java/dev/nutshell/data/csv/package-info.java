/** Tables of text. */
package dev.nutshell.data.csv;
