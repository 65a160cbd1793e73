package dev.nutshell.processor.emit.member;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.nutshell.processor.emit.kernel.JavaTypes;
import dev.nutshell.processor.emit.kernel.MemberNames;
import dev.nutshell.processor.graph.ElementType;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.Program;
import dev.nutshell.processor.pass.VectorCost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The arrays that programs work in besides what they are given: one for each area and element type
 * in use.
 */
public final class WorkArrays {
  /** Areas that change from call to call. */
  public static final List<Area> OF_CALLS =
      List.of(Area.CARRIES, Area.WORK, Area.COMMON, Area.SCRATCH, Area.PARTIALS);

  /** Areas that stay the same for the parameters and states of a network. */
  public static final List<Area> OF_PARAMETERS = List.of(Area.PREPARED);

  private static final ClassName VECTOR_SUPPORT =
      ClassName.get("dev.nutshell.inference", "VectorSupport");

  /**
   * One of the arrays.
   *
   * @param size elements of a row, or of the whole array of areas without rows
   */
  public record Array(Area area, ElementType type, String name, int size) {

    /**
     * An expression that allocates it, and behind it room for a vector.
     *
     * @param rows how many; empty where there is one
     */
    public CodeBlock allocation(JavaTypes types, CodeBlock rows) {
      CodeBlock used =
          rows.isEmpty() ? CodeBlock.of("$L", size) : CodeBlock.of("$L * $L", rows, size);
      if (type == ElementType.REAL) {
        String method = types.isFloat(type) ? "floats" : "doubles";
        return CodeBlock.of("$T.$L($L + $L)", VECTOR_SUPPORT, method, used, VectorCost.WIDEST);
      }
      return type == ElementType.INT
          ? CodeBlock.of("new int[$L + $L]", used, VectorCost.WIDEST)
          : CodeBlock.of("new $T[$L]", types.of(type), used);
    }
  }

  private final List<Array> arrays = new ArrayList<>();
  private final Map<Area, Map<ElementType, Array>> byPlace = new EnumMap<>(Area.class);

  /** Arrays that serve any of the programs. */
  public WorkArrays(List<Area> areas, List<Program> programs, MemberNames names) {
    for (Area area : areas) {
      for (ElementType type : ElementType.values()) {
        int size =
            programs.stream()
                .mapToInt(program -> program.memory().size(area, type))
                .max()
                .orElse(0);
        if (size > 0) {
          Array array = new Array(area, type, names.fresh(name(area, type)), size);
          arrays.add(array);
          byPlace.computeIfAbsent(area, each -> new EnumMap<>(ElementType.class)).put(type, array);
        }
      }
    }
  }

  private static String name(Area area, ElementType type) {
    String areaName = area.name().toLowerCase(Locale.ROOT);
    String typeName = type.name();
    return type == ElementType.REAL
        ? areaName
        : areaName + typeName.charAt(0) + typeName.substring(1).toLowerCase(Locale.ROOT);
  }

  public List<Array> all() {
    return arrays;
  }

  /** The array that holds an area's elements of a type. */
  public Array array(Area area, ElementType type) {
    return byPlace.get(area).get(type);
  }

  /** The elements that a sample needs in the array that needs most; at least 1. */
  public int largestRow() {
    return arrays.stream()
        .filter(array -> array.area().hasRows())
        .mapToInt(Array::size)
        .max()
        .orElse(1);
  }
}
