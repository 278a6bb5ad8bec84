package org.holdfast.library;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process of {@code stage.js}: a bare server, with bad habits, that is not Holdfast. */
final class Stage implements AutoCloseable {
    private final Process process;
    private final URI uri;

    Stage() throws IOException, InterruptedException {
        var log = Files.createDirectories(Path.of("target/lab")).resolve("stage.log");
        process = new ProcessBuilder(Node.program(), "stage.js")
                .directory(NpmPackages.installed().toFile())
                .redirectError(log.toFile())
                .start();
        var host = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (host == null) throw new IOException("it ended, see " + log);
        uri = URI.create("http://" + host + "/");
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
