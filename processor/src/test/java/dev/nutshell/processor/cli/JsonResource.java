package dev.nutshell.processor.cli;

import java.nio.charset.StandardCharsets;

/** JSON among the test resources, read by the reader of the command line. */
public final class JsonResource {
  private JsonResource() {}

  /** Maps, lists, strings, doubles, booleans and nulls. */
  public static Object parse(byte[] text) {
    return Json.parse(new String(text, StandardCharsets.UTF_8));
  }
}
