package dev.nutshell.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the header of a weight file with the network that is to be given the weights. */
final class HeaderCheck {

  private final ModelSpec spec;
  private final List<String> differences = new ArrayList<>();

  private HeaderCheck(ModelSpec spec) {
    this.spec = spec;
  }

  /** Everything in which the header is not what the network needs; empty if it fits. */
  static List<String> differences(SafetensorsHeader header, ModelSpec spec) {
    HeaderCheck check = new HeaderCheck(spec);
    check.compareMetadata(header.metadata());
    check.compareTensors(header.tensors());
    check.compareLayout(header);
    return check.differences;
  }

  /**
   * Name and fingerprint of the network that a sound file was saved from, if it is another one;
   * empty if the file is of this network, or damaged, or of no form known here.
   */
  static Optional<String> otherNetwork(SafetensorsHeader header, ModelSpec spec) {
    Map<String, String> metadata = header.metadata();
    String model = metadata.get(WeightFormat.MODEL_KEY);
    String fingerprint = metadata.get(WeightFormat.FINGERPRINT_KEY);
    HeaderCheck check = new HeaderCheck(spec);
    check.compareText(metadata, WeightFormat.FORMAT_KEY, WeightFormat.FORMAT);
    check.compareLayout(header);
    boolean sound = check.differences.isEmpty() && model != null && fingerprint != null;
    return sound && !fingerprint.equals(spec.fingerprint())
        ? Optional.of(model + " " + fingerprint)
        : Optional.empty();
  }

  private void compareMetadata(Map<String, String> metadata) {
    compareText(metadata, WeightFormat.FORMAT_KEY, WeightFormat.FORMAT);
    String fingerprint = metadata.get(WeightFormat.FINGERPRINT_KEY);
    if (!spec.fingerprint().equals(fingerprint)) {
      compareText(metadata, WeightFormat.MODEL_KEY, spec.name());
    }
    compareText(metadata, WeightFormat.FINGERPRINT_KEY, spec.fingerprint());
  }

  private void compareText(Map<String, String> metadata, String key, String expected) {
    String found = metadata.get(key);
    if (found == null) {
      differences.add(key + ": " + expected + " expected, none found");
    } else if (!found.equals(expected)) {
      differences.add(key + ": " + expected + " expected, " + found + " found");
    }
  }

  private void compareTensors(Map<String, SafetensorsHeader.Tensor> tensors) {
    Map<String, SafetensorsHeader.Tensor> superfluous = new LinkedHashMap<>(tensors);
    for (VariableSpec variable : spec.variables()) {
      SafetensorsHeader.Tensor tensor = superfluous.remove(variable.path());
      if (tensor == null) {
        differences.add(variable.path() + ": missing");
      } else {
        compare(variable, tensor);
      }
    }
    superfluous.forEach(
        (name, tensor) -> differences.add(name + ": superfluous, of shape " + tensor.shape()));
  }

  private void compare(VariableSpec variable, SafetensorsHeader.Tensor tensor) {
    List<Long> shape = variable.shape().stream().map(Integer::longValue).toList();
    if (!tensor.shape().equals(shape)) {
      differences.add(
          variable.path() + ": shape " + shape + " expected, " + tensor.shape() + " found");
      return;
    }
    int elementBytes = tensor.elementBytes();
    long bytes = tensor.end() - tensor.begin();
    if (elementBytes == 0) {
      differences.add(variable.path() + ": type F32 or F64 expected, " + tensor.type() + " found");
    } else if (bytes != (long) variable.size() * elementBytes) {
      differences.add(
          variable.path()
              + ": "
              + (long) variable.size() * elementBytes
              + " bytes expected, "
              + bytes
              + " found");
    }
  }

  /** Tensors follow each other without gap or overlap, as safetensors demands. */
  private void compareLayout(SafetensorsHeader header) {
    long end = 0;
    for (Map.Entry<String, SafetensorsHeader.Tensor> entry : header.inFileOrder()) {
      SafetensorsHeader.Tensor tensor = entry.getValue();
      if (tensor.begin() != end) {
        differences.add(
            entry.getKey()
                + ": data at "
                + tensor.begin()
                + (tensor.begin() < end
                    ? " overlap those before, which end at "
                    : " leave a gap after ")
                + end);
      }
      end = Math.max(end, tensor.end());
    }
  }
}
