package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Reshape;
import dev.nutshell.processor.graph.ScanOutput;
import dev.nutshell.processor.loop.program.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where results arise: in given memory where that is possible, else in temporaries. */
final class ResultLocations {
  private final Map<Node, Location> locations;
  private final Map<Node, Slot> claimed = new HashMap<>();

  ResultLocations(Map<Node, Location> given) {
    this.locations = new HashMap<>(given);
  }

  /** Lets nodes arise where they have to arrive; the transfers that stay need a copy. */
  List<Transfer> claim(List<Transfer> transfers) {
    List<Transfer> copies = new ArrayList<>();
    for (Transfer transfer : transfers) {
      Node root = root(transfer.node());
      boolean computed =
          root instanceof Compute || (root instanceof ScanOutput output && !output.isCarry());
      boolean fits =
          transfer.slot().area() != Area.OUTPUT || (root.isBatched() && !Slack.isNeeded(root));
      if (transfer.overwrites()
          || !computed
          || !fits
          || claimed.putIfAbsent(root, transfer.slot()) != null) {
        copies.add(transfer);
      }
    }
    return copies;
  }

  /** Lets a node arise in given memory, unless it already has to arise elsewhere. */
  void claim(Node node, Slot slot) {
    claimed.putIfAbsent(root(node), slot);
  }

  /** The node whose elements {@code node} shows under another shape. */
  static Node root(Node node) {
    Node root = node;
    while (root instanceof Reshape reshape) {
      root = reshape.operand();
    }
    return root;
  }

  /** Whether a node has to arise in given memory. */
  boolean isClaimed(Node node) {
    return claimed.containsKey(node);
  }

  Location of(Node node) {
    Location location = locations.get(node);
    if (location == null) {
      throw new IllegalStateException(node + " is read before it is computed");
    }
    return location;
  }

  boolean has(Node node) {
    return locations.containsKey(node);
  }

  void put(Node node, Location location) {
    locations.put(node, location);
  }

  void alias(Reshape reshape) {
    put(reshape, of(reshape.operand()).reshaped(reshape.shape()));
  }

  /** Where a node is to arise. */
  Location target(Node node) {
    return locations.computeIfAbsent(node, key -> Location.of(slot(key), key.shape()));
  }

  private Slot slot(Node node) {
    Slot slot = claimed.get(node);
    return slot != null ? slot : temporary(node);
  }

  /** New memory for a node. */
  static Slot temporary(Node node) {
    Area area = node.isBatched() ? Area.WORK : Area.COMMON;
    return Slot.temporary(
        area, node.type(), Math.toIntExact(node.sampleSize()), Slack.behind(node));
  }

  Map<Node, Location> all() {
    return locations;
  }
}
