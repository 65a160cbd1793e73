package dev.nutshell.grammar.format;

import java.util.List;

/** How what stands in brackets is broken: all on one line, or a line each. */
final class Lists {
  /** Of what stands in a block or in broken brackets, or is the body of index notation. */
  static final int INDENT = 2;

  /** Of operators, stages and clauses that continue a line. */
  static final int CONTINUATION = 4;

  private Lists() {}

  static Doc bracketed(String open, List<Doc> elements, String close) {
    if (elements.isEmpty()) {
      return Doc.of(open, close);
    }
    Doc joined = Doc.join(Doc.of(",", Doc.LINE), elements);
    return Doc.group(open, Doc.indent(INDENT, Doc.SOFT_LINE, joined), Doc.SOFT_LINE, close);
  }
}
