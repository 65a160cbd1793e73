package dev.nutshell.shipping.clothes;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Everything that a class can link to: what its constant pool names, and the types that it
 * declares. Annotations are left out, since nothing asks for them without reflection.
 *
 * @param classes internal names, as {@code java/util/List}
 * @param members fields and methods of classes, as {@code java/util/List.of}
 * @param nativeMethods names of the native methods that the class declares
 */
record ClassReferences(Set<String> classes, Set<String> members, Set<String> nativeMethods) {
  // Tags of constants: the Java Virtual Machine Specification, table 4.4-A.
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;

  static ClassReferences of(byte[] classFile) {
    ClassReferences references =
        new ClassReferences(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    ClassReader reader = new ClassReader(classFile);
    references.constants(reader);
    reader.accept(
        references.declarations(),
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return references;
  }

  private void constants(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset == 0) {
        // The second half of a long or a double.
        continue;
      }
      int tag = reader.readByte(offset - 1);
      if (tag == CLASS) {
        type(Type.getObjectType(reader.readUTF8(offset, buffer)));
      } else if (tag >= FIELD && tag <= INTERFACE_METHOD) {
        String owner = reader.readClass(offset, buffer);
        int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
        members.add(owner + "." + reader.readUTF8(nameAndType, buffer));
      } else if (tag == NAME_AND_TYPE) {
        type(Type.getType(reader.readUTF8(offset + 2, buffer)));
      } else if (tag == METHOD_TYPE) {
        type(Type.getType(reader.readUTF8(offset, buffer)));
      }
    }
  }

  private ClassVisitor declarations() {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public FieldVisitor visitField(
          int access, String name, String descriptor, String signature, Object value) {
        type(Type.getType(descriptor));
        return null;
      }

      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        type(Type.getType(descriptor));
        if ((access & Opcodes.ACC_NATIVE) != 0) {
          nativeMethods.add(name);
        }
        return null;
      }
    };
  }

  private void type(Type type) {
    if (type.getSort() == Type.ARRAY) {
      type(type.getElementType());
    } else if (type.getSort() == Type.METHOD) {
      type(type.getReturnType());
      for (Type argument : type.getArgumentTypes()) {
        type(argument);
      }
    } else if (type.getSort() == Type.OBJECT) {
      classes.add(type.getInternalName());
    }
  }
}
