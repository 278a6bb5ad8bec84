package org.holdfast.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The node that Playwright's driver carries: it is there wherever the tests run. */
public final class Node {
    private static final long LIMIT_SECONDS = 300;

    private Node() {}

    /** Runs to the end, which has to be good. @return what it said */
    public static String run(Path folder, Map<String, String> environment, Stream<String> arguments)
            throws IOException, InterruptedException {
        return finish(folder, environment, Stream.concat(Stream.of(program()), arguments));
    }

    /** Runs any program to its good end. @return what it said */
    static String finish(Path folder, Map<String, String> environment, Stream<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile("node", ".log");
        var process = start(folder, environment, command.toList(), output);
        try {
            var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            var said = Files.readString(output);
            assertThat(ended).as("ended in time; so far: %s", said).isTrue();
            assertThat(process.exitValue()).as("exit code; it said: %s", said).isZero();
            return said;
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }

    static String program() {
        var driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
        var windows = System.getProperty("os.name").startsWith("Windows");
        return driver.driverDir().resolve(windows ? "node.exe" : "node").toString();
    }

    private static Process start(Path folder, Map<String, String> environment, List<String> command, Path output)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
