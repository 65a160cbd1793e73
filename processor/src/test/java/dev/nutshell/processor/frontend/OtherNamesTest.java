package dev.nutshell.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of Keras and PyTorch lead to ours. */
class OtherNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Linear, dense",
    "Dense, dense",
    "Conv1d, conv1d",
    "Conv2D, conv",
    "conv2d, conv",
    "ConvTranspose2d, conv_transpose",
    "SeparableConv2D, separable_conv",
    "MaxPooling2D, max_pool",
    "max_pool2d, max_pool",
    "AvgPool3d, average_pool3d",
    "AdaptiveAvgPool2d, adaptive_average_pool",
    "GlobalAveragePooling2D, global_average_pool",
    "GlobalMaxPooling3D, global_max_pool",
    "BatchNorm1d, batch_norm",
    "BatchNorm3d, batch_norm",
    "BatchNormalization, batch_norm",
    "InstanceNorm2d, instance_norm",
    "LayerNorm, layer_norm",
    "Dropout2d, spatial_dropout",
    "LeakyReLU, leaky_relu",
    "GELU, gelu",
    "SiLU, silu",
    "Hardtanh, hard_tanh",
    "hardswish, hard_silu",
    "hard_swish, hard_silu",
    "Softplus, softplus",
    "LSTM, lstm",
    "SimpleRNN, rnn",
    "MultiheadAttention, attention",
    "Upsample, up_sampling",
    "CrossEntropyLoss, cross_entropy",
    "NLLLoss, nll_loss",
    "MSELoss, mean_squared_error",
    "mse_loss, mean_squared_error",
    "BCEWithLogitsLoss, binary_cross_entropy_with_logits",
    "SmoothL1Loss, smooth_l1_loss",
    "StringLookup, vocabulary",
    "IntegerLookup, vocabulary",
    "CategoryEncoding, multi_hot",
    "StandardScaler, standardize",
    "TopKCategoricalAccuracy, top_k_categorical_accuracy"
  })
  void functions(String theirs, String ours) {
    assertEquals(Optional.of(ours), OtherNames.function(theirs));
  }

  @Test
  void whatNobodyCallsSoLeadsNowhere() {
    assertEquals(Optional.empty(), OtherNames.function("Dropot"));
  }

  @Test
  void argumentsOnlyLeadToWhatIsThere() {
    List<String> formals = List.of("x", "window", "stride");
    assertEquals("; did you mean window?", OtherNames.argumentHint("kernel_size", formals));
    assertEquals("; did you mean stride?", OtherNames.argumentHint("strides", formals));
    assertEquals("", OtherNames.argumentHint("use_bias", formals));
  }
}
