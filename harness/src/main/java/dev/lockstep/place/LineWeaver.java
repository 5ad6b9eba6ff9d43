package dev.lockstep.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes classes call {@link LineLog} wherever a line begins, and where a branch is not taken: so
 * two ways that part within a line are two.
 */
final class LineWeaver implements ClassFileTransformer {
  private static final ClassDesc LOG = ClassDesc.of(LineLog.class.getName());
  private static final MethodTypeDesc STEP =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  /**
   * Reads the classes that a class names, and loads none: what is loaded while a class is woven is
   * not woven itself.
   */
  private static final ClassHierarchyResolver CLASSES =
      ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())
          .orElse(ClassHierarchyResolver.defaultResolver())
          .cached();

  private final ClassPatterns patterns;
  private final Following following;
  private final Set<String> seen = new HashSet<>();
  private int steps;

  LineWeaver(ClassPatterns patterns, Following following) {
    this.patterns = patterns;
    this.following = following;
  }

  /** Whether a class is to be followed, and was never seen here. */
  synchronized boolean misses(String className) {
    return patterns.match(className) && !seen.contains(className);
  }

  @Override
  public synchronized byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    String name = className == null ? "" : className.replace('/', '.');
    if (!patterns.match(name)) {
      return null;
    }
    seen.add(name);
    boolean paused = LineLog.pause(true);
    int before = steps;
    try {
      return woven(name, bytes);
    } catch (IllegalArgumentException e) {
      steps = before; // too large with our calls, or not understood: then it is not followed
      return unwoven(name);
    } finally {
      LineLog.pause(paused);
    }
  }

  private byte @Nullable [] unwoven(String className) {
    try {
      following.addUnwoven(className);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  private byte[] woven(String className, byte[] bytes) {
    ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(CLASSES));
    ClassModel model = format.parse(bytes);
    StringBuilder known = new StringBuilder();
    String file =
        model
            .findAttribute(Attributes.sourceFile())
            .map(SourceFileAttribute::sourceFile)
            .map(name -> name.stringValue())
            .orElse("");
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof MethodModel method) {
            String name = method.methodName().stringValue();
            builder.transformMethod(
                method,
                MethodTransform.transformingCode(
                    CodeTransform.ofStateful(() -> new Weaving(className, name, file, known))));
          } else {
            builder.with(element);
          }
        };
    byte[] woven = format.transformClass(model, transform);
    try {
      Files.writeString(
          following.steps(), known, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return woven;
  }

  /** One method. */
  private final class Weaving implements CodeTransform {
    private final String className;
    private final String method;
    private final String file;
    private final StringBuilder known;
    private int line;

    Weaving(String className, String method, String file, StringBuilder known) {
      this.className = className;
      this.method = method;
      this.file = file;
      this.known = known;
    }

    @Override
    public void accept(CodeBuilder builder, CodeElement element) {
      builder.with(element);
      if (element instanceof LineNumber number) {
        line = number.line();
        step(builder);
      } else if (line > 0
          && element instanceof BranchInstruction branch
          && branch.opcode() != Opcode.GOTO
          && branch.opcode() != Opcode.GOTO_W) {
        step(builder);
      }
    }

    private void step(CodeBuilder builder) {
      known.append(new Following.Step(className, method, file, line).text());
      builder.loadConstant(steps).invokestatic(LOG, "step", STEP);
      steps++;
    }
  }
}
