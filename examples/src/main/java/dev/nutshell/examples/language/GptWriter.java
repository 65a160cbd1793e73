package dev.nutshell.examples.language;

/**
 * Writes tokens with a GPT whose session keeps the keys and values of what was written: each token
 * is read once, and nothing is allocated for it.
 *
 * <p>When the context is full, its second half is read anew, as the beginning of the next one:
 * learned positions belong to their tokens and cannot move.
 */
final class GptWriter {
  private final GptNet network;
  private final GptNet.Session session;
  private final int context;
  private final int vocabulary;
  private final float[] logits;

  /**
   * A writer with a session of its own, for one text at a time.
   *
   * @param context the most tokens that the network takes
   * @param vocabulary how many tokens there are
   */
  GptWriter(GptNet network, int context, int vocabulary) {
    this.network = network;
    this.session = network.session(1);
    this.context = context;
    this.vocabulary = vocabulary;
    this.logits = new float[context * vocabulary];
  }

  /**
   * Fills a text to its end.
   *
   * @param text begins with the tokens to go on from
   * @param given how many these are, at least 1
   */
  void write(int[] text, int given, Sampler sampler) {
    session.reset();
    int first = Math.max(0, given - context);
    int read = first;
    for (int at = given; at < text.length; at++) {
      if (at - first > context) {
        session.reset();
        first = at - context / 2;
        read = first;
      }
      int unread = at - read;
      network.predict(session, 1, unread, text, read, logits, 0);
      read = at;
      text[at] = sampler.next(logits, (unread - 1) * vocabulary);
    }
  }
}
