package dev.nutshell.shipping.service;

/** How long it takes to predict, and to handle a request for it from its headers to its answer. */
record Latencies(LatencyHistogram predictions, LatencyHistogram requests) {
  Latencies() {
    this(new LatencyHistogram(), new LatencyHistogram());
  }

  String toJson() {
    return "{\"prediction\":" + predictions.toJson() + ",\"request\":" + requests.toJson() + "}";
  }
}
