package dev.nutshell.benchmarks.peer;

import dev.nutshell.benchmarks.peer.deepnetts.DeepNettsPeer;
import dev.nutshell.benchmarks.peer.dl4j.Dl4jPeer;
import dev.nutshell.benchmarks.peer.onnxruntime.OnnxRuntimePeer;
import dev.nutshell.benchmarks.peer.pytorch.PyTorchPeer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The libraries to compare with, by their names on the command line, in the order of the table. */
public final class Peers {
  private static final Map<String, Supplier<Peer>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("onnxruntime", OnnxRuntimePeer::new);
    BY_NAME.put("pytorch", PyTorchPeer::new);
    BY_NAME.put("dl4j", Dl4jPeer::new);
    BY_NAME.put("deepnetts", DeepNettsPeer::new);
  }

  private Peers() {}

  /** All names, separated by commas. */
  public static String allNames() {
    return String.join(",", BY_NAME.keySet());
  }

  /**
   * Some of them.
   *
   * @param names separated by commas
   * @throws IllegalArgumentException if there is none of a name
   */
  public static List<Peer> named(String names) {
    List<Peer> peers = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      Supplier<Peer> peer = BY_NAME.get(name);
      if (peer == null) {
        throw new IllegalArgumentException("no peer " + name + "; there are " + allNames());
      }
      peers.add(peer.get());
    }
    return peers;
  }
}
