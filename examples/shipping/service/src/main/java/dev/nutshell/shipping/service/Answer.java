package dev.nutshell.shipping.service;

/**
 * What a request is answered with.
 *
 * @param status of HTTP
 * @param text JSON if all is well, otherwise what is wrong
 */
record Answer(int status, String text) {
  private static final int OK = 200;

  static Answer json(String json) {
    return new Answer(OK, json);
  }

  boolean isJson() {
    return status == OK;
  }
}
