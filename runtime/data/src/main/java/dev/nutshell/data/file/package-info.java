/** Files of numbers, read into memory or mapped. */
package dev.nutshell.data.file;
