package org.holdfast;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The tests in Java, as their classes are. */
final class TestMethods {
    private TestMethods() {}

    /** All methods of the tests' classes, be they tests or not. */
    static Stream<JavaMethod> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("org.holdfast").stream()
                        .map(JavaClass::getMethods)
                        .flatMap(methods -> methods.stream());
    }

    static boolean runs(JavaMethod method) {
        return (method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class))
                && !method.isAnnotatedWith(Disabled.class)
                && method.getOwner().getSimpleName().matches(".*(Test|IT)");
    }
}
