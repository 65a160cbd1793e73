/** Text as numbers: vocabularies of characters, words and byte pairs. */
package dev.nutshell.data.text;
