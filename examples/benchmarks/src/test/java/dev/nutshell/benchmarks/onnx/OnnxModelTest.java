package dev.nutshell.benchmarks.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads what was written by the field numbers of {@code onnx.proto}. */
class OnnxModelTest {

  @Test
  void aModelHoldsItsGraph() throws InvalidProtocolBufferException {
    OnnxModel model = new OnnxModel();
    String x = model.input("x", 1, 4);
    String w = model.constant(new float[] {1, 2, 3, 4}, 4, 1);
    String y =
        model.node(new OnnxNode("MatMul").inputs(x, w).with("axis", -1).with("epsilon", 0.5f));
    model.output(y, 1, 1);

    UnknownFieldSet graph = child(UnknownFieldSet.parseFrom(model.toBytes()), 7);
    UnknownFieldSet node = child(graph, 1);
    assertEquals(List.of(text(x), text(w)), node.getField(1).getLengthDelimitedList());
    assertEquals(List.of(text(y)), node.getField(2).getLengthDelimitedList());
    assertEquals(List.of(text("MatMul")), node.getField(4).getLengthDelimitedList());
    UnknownFieldSet axis = child(node, 5);
    assertEquals(List.of(text("axis")), axis.getField(1).getLengthDelimitedList());
    assertEquals(List.of(-1L), axis.getField(3).getVarintList());
    assertEquals(List.of(2L), axis.getField(20).getVarintList());

    UnknownFieldSet tensor = child(graph, 5);
    assertEquals(List.of(4L, 1L), tensor.getField(1).getVarintList());
    ByteString raw = tensor.getField(9).getLengthDelimitedList().get(0);
    assertEquals(
        3, raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(2));
    assertEquals(List.of(text("x")), child(graph, 11).getField(1).getLengthDelimitedList());
    assertEquals(List.of(text(y)), child(graph, 12).getField(1).getLengthDelimitedList());
  }

  @Test
  void outputsThatAreNotWantedHaveNoName() throws InvalidProtocolBufferException {
    OnnxModel model = new OnnxModel();
    String last = model.node(new OnnxNode("LSTM").inputs("x"), 1);
    UnknownFieldSet graph = child(UnknownFieldSet.parseFrom(model.toBytes()), 7);
    assertEquals(
        List.of(text(""), text(last)), child(graph, 1).getField(2).getLengthDelimitedList());
  }

  private static UnknownFieldSet child(UnknownFieldSet message, int field)
      throws InvalidProtocolBufferException {
    return UnknownFieldSet.parseFrom(message.getField(field).getLengthDelimitedList().get(0));
  }

  private static ByteString text(String value) {
    return ByteString.copyFromUtf8(value);
  }
}
