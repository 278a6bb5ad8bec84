package org.holdfast.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our scripts as they are, and in their bundles. */
class ShippedScriptsTest {
    private static final Path WEBAPP = Path.of("webapp");
    private static final List<String> ENTRIES = Bundles.CONTENTS.stream()
            .map(content -> content.get(content.size() - 1))
            .toList();
    private static final Pattern INSIDE = Pattern.compile(
            "(?s)\\$modules\\['([^']+)'\\] = \\(\\(\\) => \\{\n(.*?)\nreturn \\{[^}]*\\};\n\\}\\)\\(\\);\n");
    private static final Pattern TAKEN = Pattern.compile("(?m)^const \\{[^}]*\\} = \\$[^;]*;");
    private static final Pattern HEAD =
            Pattern.compile("(?m)^(import \\* as .*\n|export const \\$modules = \\{\\};\n)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:\\{([^}]*)\\} from )?'([^']+)';");
    private static final Pattern ANY_IMPORT =
            Pattern.compile("(?m)^(?:import|export)\\b(?: [\\w\\s{},$*]+ from)? '([^']+)';");
    private static final Pattern LATE = Pattern.compile("\\bimport\\((['`])([^'`]+)\\1");

    private static Bundles bundles;

    @BeforeAll
    static void bundle() throws IOException {
        bundles = Bundles.of(ShippedScriptsTest::read);
    }

    @Test
    void eachIsInOneBundleAfterWhatItImports() {
        Set<String> ran = new TreeSet<>();
        for (var entry : ENTRIES) {
            inside(entry).map(each -> module(each.group(1))).forEach(module -> {
                assertThat(ran).containsAll(ofItsFolder(module)).doesNotContain(module.path());
                ran.add(module.path());
            });
            assertThat(ran.add(entry)).isTrue();
        }
        assertThat(ran).hasSizeGreaterThan(145);
    }

    @Test
    void aBundleSaysWhatItsModulesSay() {
        for (var entry : ENTRIES) {
            inside(entry).forEach(each -> says(entry, each.group(2), module(each.group(1))));
            var rest = INSIDE.matcher(bundles.shipped(entry)).replaceAll("");
            says(entry, HEAD.matcher(rest).replaceAll(""), module(entry));
        }
    }

    private static void says(String entry, String shipped, ScriptModule module) {
        assertThat(bare(shipped, entry)).as(module.path()).isEqualTo(bare(module.source(), module.path()));
    }

    /** Without how modules hang together; what is imported late, by its path. */
    private static String bare(String source, String path) {
        UnaryOperator<String> target = late -> WarPath.resolve(path, late.replace("${name}", "NAME"));
        var alone = TAKEN.matcher(IMPORT.matcher(source).replaceAll("")).replaceAll("");
        return LATE.matcher(alone.replaceAll("(?m)^export (?=\\w+ \\w)", ""))
                .replaceAll(late -> "import(" + target.apply(late.group(2)));
    }

    @Test
    void whatIsImportedIsExportedThere() {
        for (var entry : ENTRIES) {
            modules(entry)
                    .forEach(module -> IMPORT.matcher(module.source())
                            .results()
                            .filter(each -> each.group(1) != null && ScriptModule.isOurs(each.group(2)))
                            .forEach(each -> assertThat(module(module.resolve(each.group(2)))
                                            .exports())
                                    .as("%s imports %s", module.path(), each.group(2))
                                    .containsAll(names(each.group(1)))));
        }
    }

    /** A page that has no import map has to be able to go on without: the library's examples are such pages. */
    @Test
    void nobodyGetsALibraryThatTheyDidNotAskFor() throws IOException {
        for (var path : scripts()) {
            UnaryOperator<String> shipped =
                    each -> bundles.shipped(each) == null ? source(each) : bundles.shipped(each);
            if ((path.startsWith("/holdfast/") || path.startsWith("/lab/streams/"))
                    && others(path, ShippedScriptsTest::source).isEmpty())
                assertThat(others(path, shipped)).as(path).isEmpty();
        }
    }

    private static Set<String> others(String path, UnaryOperator<String> text) {
        Set<String> others = new TreeSet<>();
        collect(path, text, new HashSet<>(), others);
        return others;
    }

    private static void collect(String path, UnaryOperator<String> text, Set<String> seen, Set<String> others) {
        if (!seen.add(path)) return;
        ANY_IMPORT
                .matcher(text.apply(path))
                .results()
                .map(each -> each.group(1))
                .forEach(specifier -> {
                    if (ScriptModule.isOurs(specifier)) collect(WarPath.resolve(path, specifier), text, seen, others);
                    else others.add(specifier);
                });
    }

    private static List<String> scripts() throws IOException {
        try (var paths = Files.walk(WEBAPP)) {
            return paths.filter(path ->
                            path.toString().endsWith(".js") && !path.toString().contains("vendor"))
                    .map(path -> "/" + WEBAPP.relativize(path))
                    .toList();
        }
    }

    private static Stream<MatchResult> inside(String entry) {
        return INSIDE.matcher(bundles.shipped(entry)).results();
    }

    private static Stream<ScriptModule> modules(String entry) {
        return Stream.concat(inside(entry).map(each -> each.group(1)), Stream.of(entry))
                .map(ShippedScriptsTest::module);
    }

    private static List<String> ofItsFolder(ScriptModule module) {
        return module.imports().stream()
                .filter(path -> WarPath.top(path).equals(WarPath.top(module.path())))
                .toList();
    }

    private static List<String> names(String clause) {
        return Arrays.stream(clause.split(","))
                .map(name -> name.strip().split(" as ")[0])
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static ScriptModule module(String path) {
        return new ScriptModule(path, Script.withoutComments(source(path)));
    }

    private static String source(String path) {
        try {
            return new String(read(path), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String path) throws IOException {
        return Files.readAllBytes(WEBAPP.resolve(path.substring(1)));
    }
}
