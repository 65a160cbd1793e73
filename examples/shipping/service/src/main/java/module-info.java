/** Tells clothes apart for whoever asks over HTTP. */
module dev.nutshell.shipping.service {
  requires dev.nutshell.shipping.clothes;
  requires java.net.http;
  requires jdk.httpserver;
}
