package org.holdfast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** The floors of the house: imports go down, or sideways without a circle. */
@AnalyzeClasses(packages = "org.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] FLOOR_0 = packages("log", "wire", "settings", "db", "backplane");
    private static final String[] FLOOR_1 =
            packages("room", "message", "presence", "profile", "account", "oidc", "audit", "file", "stream", "search");

    @ArchTest
    static final ArchRule importsGoDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("floor 0")
            .definedBy(FLOOR_0)
            .layer("floor 1")
            .definedBy(FLOOR_1)
            .layer("floor 2")
            .definedBy(packages("delivery", "command"))
            .layer("floor 3")
            .definedBy(packages("websocket", "sse", "poll", "api"))
            .layer("floor 4")
            .definedBy(packages("app"))
            .whereLayer("floor 4")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("floor 3")
            .mayOnlyBeAccessedByLayers("floor 4")
            .whereLayer("floor 2")
            .mayOnlyBeAccessedByLayers("floor 3", "floor 4")
            .whereLayer("floor 1")
            .mayOnlyBeAccessedByLayers("floor 2", "floor 3", "floor 4")
            .ensureAllClassesAreContainedInArchitectureIgnoring("org.holdfast");

    @ArchTest
    static final ArchRule packagesKnowEachOtherInNoCircle =
            slices().matching("org.holdfast.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLowestFloorKnowsNoContainer = noClasses()
            .that()
            .resideInAnyPackage(FLOOR_0)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("jakarta..").and(DescribedPredicate.not(resideInAPackage("jakarta.json.."))));

    @ArchTest
    static final ArchRule featuresKnowNoTransport = noClasses()
            .that()
            .resideInAnyPackage(FLOOR_1)
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.servlet..", "jakarta.websocket..", "jakarta.ws.."));

    /** A container looks at all that such a class names, and Tyrus is not there on every server. */
    @ArchTest
    static final ArchRule whatContainersLookAtNamesNoOneServer = noClasses()
            .that()
            .arePublic()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.glassfish..", "fish.payara..", "io.undertow.."));

    /** CXF, in TomEE, gives it to the proxy that stands for the resource, and the resource sees nothing of it. */
    @ArchTest
    static final ArchRule whatAResourceIsAskedIsAParameter = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RequestScoped.class)
            .should()
            .beAnnotatedWith(PathParam.class)
            .orShould()
            .beAnnotatedWith(QueryParam.class)
            .orShould()
            .beAnnotatedWith(Context.class);

    /** It blocks for as long as the peer likes. */
    @ArchTest
    static final ArchRule nobodySendsAndWaits =
            noClasses().should().callMethod("jakarta.websocket.Session", "getBasicRemote");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private static String[] packages(String... names) {
        String[] packages = new String[names.length];
        for (int n = 0; n < names.length; n++) packages[n] = "org.holdfast." + names[n] + "..";
        return packages;
    }
}
