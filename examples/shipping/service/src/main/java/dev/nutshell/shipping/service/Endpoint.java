package dev.nutshell.shipping.service;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers one kind of request, on any number of threads at once. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers; what is wrong with a request is said in the answer.
   *
   * @throws IOException if the request cannot be read
   */
  Answer answer(HttpExchange request) throws IOException;
}
