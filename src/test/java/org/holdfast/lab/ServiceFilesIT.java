package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.faults.Commands;
import org.holdfast.library.Node;
import org.holdfast.library.NpmPackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the unit of systemd and the Containerfile say, tried by hand: neither systemd nor a container engine runs here. */
class ServiceFilesIT {
    private static final Path FILES = Path.of("server-config/payara-micro").toAbsolutePath();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void theUnitIsWhatSystemdUnderstandsAndLetsItDoLittle() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/systemd-analyze")), "No systemd-analyze: the unit is not verified");
        assertThat(Commands.run("systemd-analyze", "verify", "--man=no", here().toString()))
                .isBlank();
        // Of 100; what is left is the network, and that Java compiles as it runs.
        Commands.run("systemd-analyze", "security", "--offline=true", "--threshold=15", here().toString());
    }

    @Test
    void theContainerfileIsWithoutFaultToALinter() throws Exception {
        assertThat(lint(FILES.resolve("Containerfile"))).isBlank();
        var bad = Files.writeString(folder.resolve("bad"), read("Containerfile") + "\nSTARTPOINT java\n");
        assertThatThrownBy(() -> lint(bad)).as("premise").hasStackTraceContaining("STARTPOINT");
    }

    @Test
    void bothStartTheSame() throws IOException {
        var container = words("ENTRYPOINT");
        var unit = startLine();
        assertThat(container.subList(container.indexOf("-jar"), container.size()))
                .containsExactlyElementsOf(unit.subList(unit.indexOf("-jar"), unit.size()));
        assertThat(unit).containsAll(List.of("--nocluster", "--disablephonehome", "--prebootcommandfile"));
    }

    @Test
    void itStartsAndIsFoundReadyAndLivingAndEndsAsItIsSaid() throws Exception {
        var port = Ports.free();
        var log = folder.resolve("log");
        var start = new ProcessBuilder(
                        startLine().stream().map(word -> there(word, port)).toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        start.environment().put("HOLDFAST_DATA", folder.resolve("data").toString());
        var check = words("CMD").stream().map(word -> there(word, port)).toArray(String[]::new);
        assertThatThrownBy(() -> Commands.run(check)).as("nobody is there").isInstanceOf(IllegalStateException.class);
        var server = start.start();
        try {
            Commands.run(Arrays.stream(shell(value("ExecStartPost")))
                    .map(word -> there(word, port))
                    .toArray(String[]::new));
            Commands.run(check);
            server.destroy();
            await().atMost(SOON).until(() -> !server.isAlive());
            assertThat(server.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(value("SuccessExitStatus")).isEqualTo("" + ENDED_BY_SIGTERM);
        } finally {
            server.destroyForcibly();
        }
        assertThatThrownBy(() -> Commands.run(check)).as("nobody is there").isInstanceOf(IllegalStateException.class);
    }

    /** The unit, with the Java that is here. */
    private Path here() throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        return Files.writeString(
                folder.resolve("holdfast.service"), read("holdfast.service").replace("/usr/bin/java", java));
    }

    private static String there(String word, int port) {
        return word.replace(
                        "/usr/bin/java",
                        ProcessHandle.current().info().command().orElse("java"))
                .replace(
                        "/opt/holdfast/payara-micro.jar",
                        System.getProperty("payara.microJar", "target/payara-micro.jar"))
                .replace("/opt/holdfast/holdfast.war", Server.builtWar().toString())
                .replace(
                        "/opt/holdfast/preboot.asadmin",
                        FILES.resolve("preboot.asadmin").toString())
                .replace("8080", "" + port);
    }

    private static List<String> startLine() throws IOException {
        return List.of(value("ExecStart").split("[\\s\\\\]+"));
    }

    /** As systemd reads it: with lines that go on. */
    private static String value(String key) throws IOException {
        var found = Pattern.compile("^" + key + "=((?:.*\\\\\n)*.*)$", Pattern.MULTILINE)
                .matcher(read("holdfast.service"));
        assertThat(found.find()).as(key).isTrue();
        return found.group(1);
    }

    private static String[] shell(String line) {
        var quote = line.indexOf('\'');
        var words = (line.substring(0, quote).strip() + " ?").split(" ");
        words[words.length - 1] = line.substring(quote + 1, line.length() - 1);
        return words;
    }

    /** An instruction's list, which is JSON. */
    private static List<String> words(String instruction) throws IOException {
        var found = Pattern.compile("^\\s*" + instruction + " (\\[[^\\]]*\\])", Pattern.MULTILINE)
                .matcher(read("Containerfile"));
        assertThat(found.find()).as(instruction).isTrue();
        return Json.parse(found.group(1).replace("\\\n", "")).asJsonArray().getValuesAs(JsonString::getString);
    }

    private static String lint(Path file) throws Exception {
        var program = "node_modules/dockerfile-utils/bin/dockerfile-utils";
        return Node.run(NpmPackages.installed(), Map.of(), Stream.of(program, "lint", file.toString()));
    }

    private static String read(String name) throws IOException {
        return Files.readString(FILES.resolve(name));
    }
}
