package dev.nutshell.benchmarks.network;

/** {@code mobile_net.dl}. */
record MobileNetArchitecture(float epsilon) implements Architecture {

  @Override
  public <T> T apply(Layers<T> layers, T image) {
    T x = layers.conv(image, "stem", new Convolution(1, 1, 1, false));
    x = layers.relu(layers.batchNorm(x, "norm", epsilon));
    x = separable(layers, x, "block1", 32, 1);
    x = separable(layers, x, "block2", 64, 2);
    x = separable(layers, x, "block3", 128, 1);
    x = separable(layers, x, "block4", 128, 2);
    x = separable(layers, x, "block5", 256, 1);
    return layers.dense(layers.globalAveragePool(x), "fc");
  }

  private <T> T separable(Layers<T> layers, T x, String path, int channels, int stride) {
    T y = layers.conv(x, path + ".depth", new Convolution(stride, 1, channels, false));
    y = layers.relu(layers.batchNorm(y, path + ".depth_norm", epsilon));
    y = layers.conv(y, path + ".point", new Convolution(1, 0, 1, false));
    return layers.relu(layers.batchNorm(y, path + ".point_norm", epsilon));
  }
}
