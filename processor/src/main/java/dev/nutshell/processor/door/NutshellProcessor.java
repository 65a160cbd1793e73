package dev.nutshell.processor.door;

import com.google.auto.service.AutoService;
import dev.nutshell.annotation.Network;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Compiles networks while {@code javac} compiles their anchors: every interface with {@link
 * Network} becomes classes, or errors in their place. Isolating: what is generated for an anchor
 * depends on that anchor and its {@code .dl} files alone.
 */
@AutoService(Processor.class)
public final class NutshellProcessor extends AbstractProcessor {
  private final Set<String> deferred = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Network.class.getCanonicalName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(SourceFolders.OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<String> names = new LinkedHashSet<>(deferred);
    deferred.clear();
    for (Element element : round.getElementsAnnotatedWith(Network.class)) {
      names.add(((TypeElement) element).getQualifiedName().toString());
    }
    // What is still unresolved in the last round, the Java compiler reports itself.
    if (!round.processingOver()) {
      names.forEach(this::process);
    }
    return false;
  }

  private void process(String name) {
    // By name, since elements of an earlier round may have been replaced.
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    Anchor anchor = Anchor.of(type);
    if (Unresolved.in(anchor)) {
      deferred.add(name);
      return;
    }
    Messages messages = new Messages(anchor.place());
    new AnchoredNetwork(anchor, processingEnv, messages).generate();
    messages.print(processingEnv.getMessager());
  }
}
