package dev.nutshell.processor.emit;
import com.palantir.javapoet.JavaFile;
import dev.nutshell.processor.loop.CompiledModel;
import java.nio.file.*;
import java.util.*;
public class Scratch {
  public static void main(String[] a) throws Exception {
    String text = Files.readString(Path.of(a[0]));
    for (int i = 2; i + 1 < a.length; i += 2) text = text.replace(a[i], a[i + 1]);
    long t = System.nanoTime();
    CompiledModel c = Nets.schedule(text);
    long t2 = System.nanoTime();
    List<JavaFile> files = Nets.emit(c);
    List<String> texts = files.stream().map(JavaFile::toString).toList();
    long t3 = System.nanoTime();
    System.out.println("schedule " + (t2 - t) / 1000000 + " ms, emit " + (t3 - t2) / 1000000 + " ms");
    Files.createDirectories(Path.of(a[1]));
    for (int i = 0; i < files.size(); i++) { Files.writeString(Path.of(a[1], files.get(i).typeSpec().name() + ".java"), texts.get(i)); System.out.println(files.get(i).typeSpec().name() + " " + texts.get(i).length() + " chars, " + files.get(i).typeSpec().methodSpecs().size() + " methods"); }
    t3 = System.nanoTime();
    GeneratedClasses.compile(files);
    System.out.println("javac " + (System.nanoTime() - t3) / 1000000 + " ms");
  }
}
