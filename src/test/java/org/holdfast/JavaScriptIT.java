package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs what holds the JavaScript library: its own tests and the type checker. Nothing has to be installed for it: the
 * node is the one that Playwright's driver carries, the type checker comes from a WebJar.
 */
class JavaScriptIT {
    private static final Path TESTS = Path.of("src/test/js");
    private static final Path LIBRARY = Path.of("webapp/holdfast");
    private static final Path COMPILER = Path.of("target/typescript");
    private static final String COMPILER_MARKER = "/META-INF/maven/org.webjars.npm/typescript/pom.properties";
    private static final String COMPILER_FILES =
            "META-INF/resources/webjars/typescript/[^/]+/lib/(_?tsc\\.js|lib(\\..*)?\\.d\\.ts)";
    private static final long LIMIT_SECONDS = 300;
    /** Of what the tests leave to chance: always the same, unless {@code -Dholdfast.seed} names another. */
    private static final String SEED = System.getProperty("holdfast.seed", "1");

    @Test
    void theLibraryKeepsItsRules() throws Exception {
        var tests = files(TESTS, ".test.js");
        assertThat(tests).as("test files in %s", TESTS).isNotEmpty();
        // Each by its name: versions of node differ in what they take a folder for.
        runNode(Stream.concat(Stream.of("--test"), tests.stream()));
    }

    @Test
    void theTypesOfTheLibraryAreSound() throws Exception {
        assertThat(files(LIBRARY, ".js")).contains("webapp/holdfast/index.js");
        unpackCompiler();
        var settings = TESTS.resolve("jsconfig.json").toString();
        runNode(Stream.of(
                COMPILER.resolve("tsc.js").toString(), "--project", settings, "--noEmit", "--checkJs", "--strict"));
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void runNode(Stream<String> arguments) throws IOException, InterruptedException {
        var output = Files.createTempFile("javascript", ".log");
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of(node()), arguments).toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("SEED", SEED);
        var process = builder.start();
        try {
            var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            var said = Files.readString(output);
            assertThat(ended).as("ended in time; so far: %s", said).isTrue();
            assertThat(process.exitValue()).as("exit code; it said: %s", said).isZero();
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }

    private static String node() {
        var driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
        var windows = System.getProperty("os.name").startsWith("Windows");
        return driver.driverDir().resolve(windows ? "node.exe" : "node").toString();
    }

    private static void unpackCompiler() throws IOException {
        var marker = JavaScriptIT.class.getResource(COMPILER_MARKER);
        assertThat(marker).as("the TypeScript WebJar on the test class path").isNotNull();
        Files.createDirectories(COMPILER);
        var connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            jar.stream()
                    .filter(entry -> entry.getName().matches(COMPILER_FILES))
                    .forEach(entry -> unpack(jar, entry));
        }
    }

    private static void unpack(JarFile jar, JarEntry entry) {
        var target = COMPILER.resolve(Path.of(entry.getName()).getFileName());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
