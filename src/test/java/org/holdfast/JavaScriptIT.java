package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.library.Node;
import org.holdfast.library.TypeScript;
import org.junit.jupiter.api.Test;

/**
 * Runs what holds the JavaScript library: its own tests and the type checker. Nothing has to be installed for it: the
 * node is the one that Playwright's driver carries, the type checker comes from a WebJar.
 */
class JavaScriptIT {
    private static final Path HERE = Path.of("");
    private static final Path TESTS = Path.of("src/test/js");
    private static final Path LIBRARY = Path.of("webapp/holdfast");
    /** In the page's import map. */
    private static final Pattern EMOJILIB = Pattern.compile("\"emojilib\": \"\\./([^\"]+)\"");
    /** Of what the tests leave to chance: always the same, unless {@code -Dholdfast.seed} names another. */
    private static final String SEED = System.getProperty("holdfast.seed", "1");

    @Test
    void theLibraryKeepsItsRules() throws Exception {
        var tests = files(TESTS, ".test.js");
        assertThat(tests).as("test files in %s", TESTS).isNotEmpty();
        // Each by its name: versions of node differ in what they take a folder for.
        var environment = Map.of("SEED", SEED, "EMOJILIB", emojilib().toString());
        Node.run(HERE, environment, Stream.concat(Stream.of("--test"), tests.stream()));
    }

    /** All emoji, as the page fetches them. */
    private static Path emojilib() throws IOException {
        var page = Files.readString(Path.of("webapp/index.html"));
        var name = EMOJILIB.matcher(page).results().findFirst().orElseThrow().group(1);
        var target = Path.of("target/emojilib.json");
        try (var data = JavaScriptIT.class.getResourceAsStream("/META-INF/resources/" + name)) {
            Files.copy(data, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    @Test
    void theTypesOfTheLibraryAreSound() throws Exception {
        assertThat(files(LIBRARY, ".js")).contains("webapp/holdfast/index.js");
        var settings = TESTS.resolve("jsconfig.json").toString();
        TypeScript.run(HERE, "--project", settings, "--noEmit", "--checkJs", "--strict");
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
