package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program on a core of its own, that can be killed and started again on the same port and data. */
final class Server implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final long POLL_NANOS = 20_000_000;

    private final String name;
    private final Program program;
    private final Cores cores;
    private final Path folder;
    private final int port = freePort();
    private final Thread hook = new Thread(this::kill9);
    private Process process;

    /** What it answered when it was ready. */
    private String answer = "";

    Server(String name, Program program, Cores cores) {
        this.name = name;
        this.program = program;
        this.cores = cores;
        this.folder = Bench.OUT.resolve(name).toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @return the time from the start of the process to the first 200 */
    Duration start() {
        long begin = System.nanoTime();
        try {
            Files.createDirectories(folder.resolve("tmp"));
            program.prepare(folder, port);
            Path log = Bench.OUT.resolve(name + ".log");
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady(begin);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void awaitReady(long begin) {
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - begin > START_LIMIT.toNanos())
                throw new IllegalStateException(name + " did not start, see " + name + ".log");
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** SIGKILL: nothing is flushed. */
    void kill9() {
        if (process == null) return;
        // Processes that it has made do not all end with it: nginx's workers go on without their master.
        List<ProcessHandle> made = process.descendants().toList();
        process.destroyForcibly();
        made.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS))
                throw new IllegalStateException(name + " does not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    ProcessAccount account() {
        return new ProcessAccount(process.pid());
    }

    long pid() {
        return process.pid();
    }

    boolean isProfiled() {
        return program.isProfiled();
    }

    String version() {
        return program.version(answer);
    }

    @Override
    public void close() {
        kill9();
        Runtime.getRuntime().removeShutdownHook(hook);
        Folders.delete(folder);
    }

    List<String> command() {
        List<String> command = new ArrayList<>(cores.server());
        command.addAll(program.command(folder, port));
        return command;
    }

    private boolean isReady() {
        try {
            URI path = uri().resolve(program.readyPath());
            var request = (HttpURLConnection) path.toURL().openConnection();
            request.setConnectTimeout(5_000);
            request.setReadTimeout(5_000);
            if (request.getResponseCode() != HttpURLConnection.HTTP_OK) return false;
            answer = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
