/** Networks as pictures: boxes and arrows, where they stand, and the SVG of it. */
package dev.nutshell.processor.diagram;
