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
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real nginx in front of a server, with a configuration as people have it. */
final class Nginx implements AutoCloseable {
    static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private static final Path MAIN = Path.of("src/test/resources/nginx/main.conf");
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final int port;
    private final boolean isSecure;
    private final Path folder;
    private final Process process;

    /**
     * @param configuration one server block that listens at 80 and passes to 8080
     * @param readTimeout instead of nginx's minute; empty: that
     */
    Nginx(int port, Path configuration, String readTimeout, int upstreamPort) {
        this.port = port;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), "nginx-");
            var text = Files.readString(configuration);
            isSecure = text.contains(" ssl");
            if (isSecure) certify();
            Files.copy(MAIN, folder.resolve("nginx.conf"));
            Files.writeString(folder.resolve("tested.conf"), placed(text, readTimeout, upstreamPort));
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(START_LIMIT).until(this::isListening);
    }

    static void require() {
        if (!Files.isExecutable(PROGRAM))
            throw new AssertionError(
                    "The tests behind nginx need it at " + PROGRAM + ": install it (Debian: apt-get install nginx)");
    }

    URI uri() {
        return URI.create((isSecure ? "https" : "http") + "://127.0.0.1:" + port + "/");
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

    private String placed(String text, String readTimeout, int upstreamPort) {
        var patience = readTimeout.isEmpty() ? "" : "proxy_read_timeout " + readTimeout + ";\n";
        return patience
                + text.replaceAll("proxy_read_timeout [^;]*;", "")
                        .replace("listen 80", "listen 127.0.0.1:" + port)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + upstreamPort);
    }

    private Process start() throws IOException {
        return in(folder, PROGRAM.toString(), "-p", folder.toAbsolutePath().toString(), "-c", "nginx.conf");
    }

    /** For this address, for a day; the browser is told to believe it. */
    private void certify() throws IOException {
        var made = in(
                folder,
                List.of(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-days",
                                "1",
                                "-subj",
                                "/CN=127.0.0.1",
                                "-keyout",
                                "key.pem",
                                "-out",
                                "cert.pem")
                        .toArray(String[]::new));
        made.onExit().join();
        if (made.exitValue() != 0) throw new IllegalStateException("openssl made no certificate, see " + folder);
    }

    private static Process in(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
    }

    private boolean isListening() {
        if (!process.isAlive()) throw new IllegalStateException("nginx ended, see " + folder);
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
