/** A web service that predicts from many threads and changes its weights while it does. */
package dev.nutshell.shipping.service;
