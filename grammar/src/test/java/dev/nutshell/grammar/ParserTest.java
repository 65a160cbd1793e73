package dev.nutshell.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParserTest {
  @Test
  void readsTheDesignExamples() {
    String text =
        """
        model Digits {
          input  image: float[28, 28, 1]
          target digit: int

          logits = image
              |> conv(6, kernel: 5, padding: same) |> relu |> max_pool(2)
              |> conv(16, kernel: 5)               |> relu |> max_pool(2)
              |> flatten |> fc1: dense(120) |> relu |> dense(84) |> relu |> dense(10)

          output probabilities = softmax(logits)
          loss   cross_entropy(logits, digit)
          metric accuracy(logits, digit) weight 3
        }

        layer dense(x: float[..., n], units: int, bias: bool = true, kernel_init: init = glorot_uniform) {
          param W: float[n, units] init kernel_init
          param b: float[units]    init zeros        if bias
          if bias { x = -x^2 }
          (a, b) = scan reverse [t < 4] (h = 3) { update h = 3 yield h }
          y = [..., u] sum[i] x[..., i] * W[i, u] + sum[j < 3] 2
          return if bias { [..., u] y[..., u] + b[u] } else { y }
        }

        fun softmax(x: float[..., n]) {
          e = [..., i] exp(x[..., i] - max[j] x[..., j])
          return [..., i] e[..., i] / sum[j] e[..., j]
        }

        model Gpt(vocab: int = 65, context: int = 64): double {
          input tokens: int[context]
          x = embedding(tokens, vocab, width) + positions(context, width)
          blocks: repeat i < depth {
            x = x + attention(layer_norm(x), heads, causal: true)
            x = x + (layer_norm(x) |> dense(4 * width) |> gelu |> dense(width))
          }
          output logits = layer_norm(x) |> dense(vocab)
        }
        """;
    ParseResult result = Parser.parse("digits.dl", text);
    assertEquals("[]", result.problems().toString());
  }
}
