/** Pictures as data sets; needs the module {@code java.desktop}. */
package dev.nutshell.data.image;
