package dev.nutshell.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FormatterTest {

  @Test
  void thereIsOneWayToSpace() {
    formatsTo(
        """
        import "a.dl"

        /// Fully connected.
        layer dense(x: float[..., n], units: int = 3) {
          param W: float[n, units] init zeros if n > 3
          (a, b) = (x, -x^2)
          return [..., u] sum[i] x[..., i] * W[i, u]
        }

        model M {}
        """,
        """
        import   "a.dl"
        ///Fully connected.
        layer dense( x:float[...,n],units : int=3 ){ param W:float[n,units]
          init zeros   if n>3
        (a,b)=(x, - x ^ 2) return [...,u]sum[i]x[...,i]*W[i,u] }
        model M ( ) : float { }
        """);
  }

  @Test
  void parenthesesThatChangeNothingGo() {
    formatsTo(
        """
        fun f(x: float) {
          a = x * (x + 1) + x
          b = (sum[i] x[i]) * 2 + sum[j] x[j]
          c = (x ^ 2)^3 + 2^3^x
          d = ([i] x[i]) + 1
          return (mean)[3] + (if x { a } else { b })
        }
        """
            .replace("(x ^ 2)^3", "(x^2)^3"),
        """
        fun f(x: float) {
          a = ((x * (x + 1))) + (x)
          b = ((sum[i] (x[i])) * 2) + (sum[j] x[j])
          c = ((x^2)^3) + (2^(3^x))
          d = (([i] (x[i])) + (1))
          return ((mean)[(3)]) + (if (x) { (a) } else { (b) })
        }
        """);
  }

  @Test
  void pipesKeepTheLineEndsBeforeTheirStages() {
    formatsTo(
        """
        model M {
          a = x
              |> conv(3) |> relu
              |> conv(4) |> relu
          b = x |> relu
        }
        """,
        """
        model M {
          a = x |>
            conv(3) |> relu
                 |> conv(4)   |> relu
          b = x |> relu
        }
        """);
  }

  @Test
  void longLinesAreBroken() {
    formatsTo(
        """
        layer l(
          first_formal: float[..., n],
          second_formal: float[..., m],
          third_formal: {same, valid} = same
        ) {
          piped = first_formal
              |> first_stage_of_it(1000)
              |> second_stage_of_it(2000)
              |> third_stage_of_it(units: 3000)
          summed = first_formal * first_formal_of_all
              + second_formal * second_formal_of_all
              - third_formal * third_formal_of_all
          reduced = [i < number_of_rows, j < number_of_columns]
            sum[k < number_of_features] first_formal[i, k] * second_formal[j, k]
          return function_of_several(
            first_argument_of_it,
            second: second_argument_of_it,
            third: if training { 1 } else { 2 }
          )
        }
        """,
        """
        layer l(first_formal: float[..., n], second_formal: float[..., m], third_formal: {same, valid} = same) {
          piped = first_formal |> first_stage_of_it(1000) |> second_stage_of_it(2000) |> third_stage_of_it(units: 3000)
          summed = first_formal * first_formal_of_all + second_formal * second_formal_of_all - third_formal * third_formal_of_all
          reduced = [i < number_of_rows, j < number_of_columns] sum[k < number_of_features] first_formal[i, k] * second_formal[j, k]
          return function_of_several(first_argument_of_it, second: second_argument_of_it, third: if training { 1 } else { 2 })
        }
        """);
  }

  @Test
  void commentsAndBlankLinesStay() {
    formatsTo(
        """
        // The head.

        /// Documented.
        fun f(
          /// The argument.
          x: float, // of any kind
          y: float
        ) {
          // First.
          a = x // Behind a.

          b = g(
            a,
            // On its own.
            b /* inside */
          )
          // Last.
        }

        // The end.
        """,
        """
        // The head.


        /// Documented.
        fun f(
        /// The argument.
          x: float, // of any kind
          y: float) {

          // First.
          a = x   // Behind a.



          b = g(a,
            // On its own.
            b /* inside */)

          // Last.
        }
        // The end.
        """
            .replace("b /* inside */)\n\n", "b /* inside */)\n"));
  }

  @Test
  void elseIfStaysFlat() {
    formatsTo(
        """
        fun f(x: int) {
          if x == 1 {
            y = 1
          } else if x == 2 {
            y = 2
          } else {
            y = 3
          }
          return if x == 1 {
            y
          } else if x == 2 {
            2
          } else {
            3
          }
        }
        """,
        """
        fun f(x: int) {
          if x == 1 { y = 1 } else { if x == 2 { y = 2 } else { y = 3 } }
          return if x == 1 { y } else { if x == 2 { 2 } else { 3 } }
        }
        """);
  }

  @Test
  void aTextWithProblemsIsNotFormatted() {
    assertThrows(
        IllegalArgumentException.class, () -> Formatter.format("t.dl", "fun f() { return }"));
  }

  private static void formatsTo(String expected, String text) {
    assertEquals(expected, Formatter.format("t.dl", text));
    assertEquals(expected, Formatter.format("t.dl", expected));
    assertEquals(expected, Formatter.format("t.dl", expected.replace("\n", "\r\n")));
  }
}
