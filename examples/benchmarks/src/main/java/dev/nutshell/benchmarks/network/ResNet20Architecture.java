package dev.nutshell.benchmarks.network;

/** {@code resnet20.dl}. */
record ResNet20Architecture(float epsilon) implements Architecture {

  @Override
  public <T> T apply(Layers<T> layers, T image) {
    T x = layers.conv(image, "stem", new Convolution(1, 1, 1, false));
    x = layers.relu(layers.batchNorm(x, "norm", epsilon));
    for (int block = 1; block <= 9; block++) {
      boolean narrower = block == 4 || block == 7;
      x = basicBlock(layers, x, "block" + block, narrower ? 2 : 1);
    }
    return layers.dense(layers.globalAveragePool(x), "fc");
  }

  private <T> T basicBlock(Layers<T> layers, T x, String path, int stride) {
    T y = layers.conv(x, path + ".conv1", new Convolution(stride, 1, 1, false));
    y = layers.relu(layers.batchNorm(y, path + ".norm1", epsilon));
    y = layers.conv(y, path + ".conv2", new Convolution(1, 1, 1, false));
    y = layers.batchNorm(y, path + ".norm2", epsilon);
    T skip = x;
    if (stride != 1) {
      skip = layers.conv(x, path + ".project", new Convolution(stride, 0, 1, false));
      skip = layers.batchNorm(skip, path + ".project_norm", epsilon);
    }
    return layers.relu(layers.add(y, skip));
  }
}
