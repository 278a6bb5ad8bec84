package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real proxy in front of a server, with everything in a folder of its own. */
class FrontServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    protected final Path folder;
    private final URI uri;
    private Process process;

    /** @param uri where it listens */
    FrontServer(String name, URI uri) {
        this.uri = uri;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with what to install, where it is not there. */
    static void require(Path program, String what) {
        if (!Files.isExecutable(program))
            throw new AssertionError("These tests need " + what + " at " + program
                    + ": install it (Debian: apt-get install " + what + ")");
    }

    URI uri() {
        return uri;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it listens. */
    void start(String... command) {
        process = run(command);
        await().atMost(START_LIMIT).until(this::isListening);
    }

    Process run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isListening() {
        if (!process.isAlive()) throw new IllegalStateException("It ended, see " + folder);
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
