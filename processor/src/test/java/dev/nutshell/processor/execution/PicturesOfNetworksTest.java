package dev.nutshell.processor.execution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutshell.processor.diagram.ModelText;
import dev.nutshell.processor.diagram.Picture;
import dev.nutshell.processor.frontend.Elaborated;
import dev.nutshell.processor.graph.Model;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every compilation draws its network, so every network must be one that can be drawn. */
class PicturesOfNetworksTest {

  static Stream<String> names() {
    return LibraryNetworks.texts().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyLayerOfTheLibraryIsDrawn(String name) {
    String text = LibraryNetworks.texts().get(name);
    Model model = Elaborated.model(text);
    Picture ofText = new Picture();
    ofText.add(model, new ModelText("test.dl", text));
    Picture ofMethods = new Picture();
    ofMethods.add(model);
    for (Picture picture : new Picture[] {ofText, ofMethods}) {
      String svg = picture.svg();
      for (var input : model.entries().get(0).inputs()) {
        assertTrue(svg.contains(">" + input.name() + "</text>"), svg);
      }
    }
  }
}
