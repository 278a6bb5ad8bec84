package org.holdfast;

import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payara does not always find what is only annotated; the descriptor says more. */
@AnalyzeClasses(packages = "org.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class DescriptorTest {
    private static final Path DESCRIPTOR = Path.of("webapp", "WEB-INF", "ejb-jar.xml");

    @ArchTest
    static final ArchRule namesEachEjb = classes()
            .that()
            .areAnnotatedWith(Singleton.class)
            .or()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(MessageDriven.class)
            .should(from(DescribedPredicate.describe("be in " + DESCRIPTOR, DescriptorTest::isNamed)));

    private static boolean isNamed(JavaClass ejb) {
        try {
            return Files.readString(DESCRIPTOR).contains("<ejb-class>" + ejb.getName() + "</ejb-class>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
