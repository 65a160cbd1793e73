package dev.nutshell.benchmarks.network;

/** The architecture of each {@code .dl} file of this package. */
public final class Architectures {
  private static final float NORM_EPSILON = 1e-5f;

  /** {@code mlp.dl} and {@code small_mlp.dl}. */
  public static final Architecture MLP = mlp(2);

  /** {@code deep_mlp.dl}. */
  public static final Architecture DEEP_MLP = mlp(3);

  /** {@code lenet.dl}. */
  public static final Architecture LENET =
      new Architecture() {
        @Override
        public <T> T apply(Layers<T> layers, T image) {
          T x = layers.conv(image, "conv1", Convolution.valid());
          x = layers.maxPool(layers.relu(x), 2);
          x = layers.conv(x, "conv2", Convolution.valid());
          x = layers.maxPool(layers.relu(x), 2);
          x = layers.relu(layers.denseOfImage(x, "fc1", new ImageShape(4, 4, 16)));
          x = layers.relu(layers.dense(x, "fc2"));
          return layers.dense(x, "fc3");
        }
      };

  /** {@code single_conv.dl}. */
  public static final Architecture SINGLE_CONV =
      new Architecture() {
        @Override
        public <T> T apply(Layers<T> layers, T image) {
          return layers.conv(image, "conv", new Convolution(1, 1, 1, true));
        }
      };

  /** {@code resnet20.dl}. */
  public static final Architecture RESNET20 = new ResNet20Architecture(NORM_EPSILON);

  /** {@code mobile_net.dl}. */
  public static final Architecture MOBILE_NET = new MobileNetArchitecture(NORM_EPSILON);

  /** {@code lstm.dl}. */
  public static final Architecture LSTM =
      new Architecture() {
        @Override
        public <T> T apply(Layers<T> layers, T x) {
          return layers.lstm(x, "lstm");
        }
      };

  /** {@code transformer.dl}. */
  public static final Architecture TRANSFORMER_BLOCK =
      new Architecture() {
        @Override
        public <T> T apply(Layers<T> layers, T x) {
          return transformerBlock(layers, x, "block", new AttentionShape(64, 128, 4, false));
        }
      };

  /** {@code gpt.dl}. */
  public static final Architecture GPT =
      new Architecture() {
        @Override
        public <T> T apply(Layers<T> layers, T tokens) {
          AttentionShape shape = new AttentionShape(64, 128, 4, true);
          T x = layers.positions(layers.embedding(tokens, "token"), "position");
          for (int block = 0; block < 4; block++) {
            x = transformerBlock(layers, x, "blocks." + block + ".block", shape);
          }
          return layers.dense(layers.layerNorm(x, "norm", NORM_EPSILON), "scores");
        }
      };

  private Architectures() {}

  private static Architecture mlp(int layerCount) {
    return new Architecture() {
      @Override
      public <T> T apply(Layers<T> layers, T x) {
        T y = layers.dense(x, "fc1");
        for (int i = 2; i <= layerCount; i++) {
          y = layers.dense(layers.relu(y), "fc" + i);
        }
        return y;
      }
    };
  }

  private static <T> T transformerBlock(Layers<T> layers, T x, String path, AttentionShape shape) {
    T normed = layers.layerNorm(x, path + ".norm1", NORM_EPSILON);
    T h = layers.add(x, layers.attention(normed, path + ".attention", shape));
    T y = layers.dense(layers.layerNorm(h, path + ".norm2", NORM_EPSILON), path + ".fc1");
    return layers.add(h, layers.dense(layers.gelu(y), path + ".fc2"));
  }
}
