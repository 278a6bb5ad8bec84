package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's commands are what the POM and the laboratory go by. */
class ReadmeTest {
    private final PluginCommand plugin = new PluginCommand(Map.of());

    @Test
    void itsCommandRunsThePluginAndItsAddressIsThePlugins() throws IOException {
        var address = "http://localhost:" + plugin.property("holdfast.port") + "/";
        assertThat(readme())
                .contains("\n    mvn -DskipTests package payara-micro:start\n")
                .contains("`mvn -Pdemo -DskipTests package payara-micro:start`")
                .contains("Open " + address + " in two browsers");
        assertThat(plugin.javaOptions())
                .contains("-Dholdfast.url=" + address)
                .contains("-Dholdfast.bind=127.0.0.1")
                .contains("-Dholdfast.data=" + Path.of("holdfast-data").toAbsolutePath());
        assertThat(plugin.contextRoot()).isEqualTo("/");
        assertThat(plugin.serverOptions()).contains("--nocluster", "--port", plugin.property("holdfast.port"));
    }

    @Test
    void whatIsGivenOnTheCommandLineWins() throws IOException {
        var other = new PluginCommand(Map.of("holdfast.port", "9090", "holdfast.bind", "0.0.0.0"));
        assertThat(readme()).contains("-Dholdfast.port=9090").contains("-Dholdfast.bind=0.0.0.0");
        assertThat(other.serverOptions()).contains("--port", "9090").doesNotContain("8080");
        assertThat(other.javaOptions())
                .contains("-Dholdfast.url=http://localhost:9090/")
                .contains("-Dholdfast.bind=0.0.0.0");
    }

    @Test
    void itIsShort() throws IOException {
        assertThat(readme().lines()).hasSizeLessThan(100);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
