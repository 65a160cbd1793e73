package dev.nutshell.processor.loop;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Programs of networks made of library layers give what the interpreter gives: forward, backward
 * and updates.
 */
class LibraryProgramsTest {

  private static void check(String text) {
    Comparison.ofModel(text, Map.of());
  }

  @Test
  void convolutionalClassifier() {
    check(
        """
        model Digits {
          input  image: float[8, 8, 1]
          target digit: int
          logits = image / 16.0
              |> conv1: conv(3, kernel: 3, padding: same) |> relu |> max_pool(2)
              |> conv2: conv(9, kernel: 3, stride: 2, padding: same) |> relu |> max_pool(2)
              |> flatten
              |> hidden: dense(12) |> relu
              |> scores: dense(10)
          output probabilities = softmax(logits)
          loss   cross_entropy(logits, digit)
          metric accuracy(logits, digit)
        }
        """);
  }

  @Test
  void transposedConvolutionAndBatchNorm() {
    check(
        """
        model Up {
          input  x: float[4, 4, 3]
          target t: float[9, 9, 2]
          y = x |> conv_transpose(4, kernel: 3, stride: 2) |> batch_norm |> tanh
                |> conv(2, kernel: 1)
          output y
          loss mean_squared_error(y, t)
        }
        """);
  }

  @Test
  void recurrentNetworks() {
    for (String layer : new String[] {"rnn", "lstm"}) {
      check(
          """
          model Recurrent {
            input  x: float[5, 3]
            input  present: bool[5]
            target t: float[5, 8]
            y = x |> bidirectional(%s, 4, return_sequences: true, mask: present)
            output y
            loss mean_squared_error(y, t)
          }
          """
              .formatted(layer));
    }
  }

  @Test
  void transformer() {
    check(
        """
        model Gpt(vocab: int = 11, context: int = 6, width: int = 8, heads: int = 2, depth: int = 2) {
          input tokens: int[context]
          target next: int[context]
          x = tokens |> embedding(vocab, width) |> positions
          repeat depth {
            x = x + attention(layer_norm(x), heads, causal: true)
            x = x + (layer_norm(x) |> dense(4 * width) |> gelu |> dropout(0.1) |> dense(width))
          }
          logits = layer_norm(x) |> dense(vocab)
          output logits
          loss cross_entropy(logits, next)
        }
        """);
  }

  @Test
  void attentionOverABoundedAxis() {
    for (int length : new int[] {1, 5, 8}) {
      Comparison.ofModel(
          """
          model Encoder {
            input tokens: int[t <= 8]
            target wanted: float[t, 5]
            y = tokens |> embedding(7, 6) |> layer_norm |> attention(2, causal: true) |> dense(5)
            output y
            loss mean_squared_error(y, wanted)
          }
          """,
          Map.of("t", length));
    }
  }

  @Test
  void groupsDilationAndAverages() {
    check(
        """
        model Grouped {
          input  x: float[7, 6, 4]
          target t: float[3]
          y = x |> conv(6, kernel: 3, groups: 2, dilation: 2, padding: same) |> sigmoid
                |> average_pool(3, stride: 2, padding: same) |> flatten |> dense(3)
          output y
          loss mean_squared_error(y, t)
        }
        """);
  }
}
