package dev.nutshell.shipping.clothes;

/** What must not be shipped, for {@link ClosureTest} to find; never run. */
final class Dynamic {
  private Dynamic() {}

  static native void call();

  static int methods(String name) throws ClassNotFoundException {
    System.loadLibrary(name);
    return Class.forName(name).getMethods().length;
  }
}
