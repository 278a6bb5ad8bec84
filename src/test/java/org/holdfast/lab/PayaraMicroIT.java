package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laboratory's server, with an application so small that only the server itself is seen. */
class PayaraMicroIT {
    @TempDir
    Path folder;

    @Test
    void listensOnItsPortOnlyAndOutlivesKill9() throws IOException {
        try (var server = new PayaraMicro("lab-server", war(), "index.html").start()) {
            assertThat(server.listening()).containsExactly("127.0.0.1:" + server.port());
            server.kill9();
            assertThat(server.start().listening()).containsExactly("127.0.0.1:" + server.port());
            server.stop();
            assertThatThrownBy(server::listening).hasMessageContaining("/proc/");
        }
    }

    @Test
    void saysAtOnceWhyAServerDidNotStart() {
        try (var server = new PayaraMicro("lab-no-server", folder.resolve("absent.war"), "index.html")) {
            assertThatThrownBy(server::start).hasStackTraceContaining("absent.war");
        }
    }

    private Path war() throws IOException {
        var war = folder.resolve("page.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<!doctype html><title>up</title>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return war;
    }
}
