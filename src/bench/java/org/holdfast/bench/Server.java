package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Payara Micro with one WAR, on a core of its own, that can be killed and started again on the same port and data. */
final class Server implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final long POLL_NANOS = 20_000_000;
    private static final int OK = 200;

    /** A hundred accounts do what thousands would: what is limited for each of them is not what is measured. */
    private static final List<String> SETTINGS = List.of(
            "-Dholdfast.password.iterations=100000",
            "-Dholdfast.connections.per.account=0",
            "-Dholdfast.commands.rate=0");

    private final String name;
    private final Path war;
    private final String readyPath;
    private final List<String> options;
    private final Cores cores;
    private final Path folder;
    private final int port = freePort();
    private final Thread hook = new Thread(this::kill9);
    private Process process;

    /** @param options of the virtual machine */
    Server(String name, Path war, String readyPath, Cores cores, List<String> options) {
        this.name = name;
        this.war = war;
        this.readyPath = readyPath;
        this.cores = cores;
        this.options = options;
        this.folder = Bench.OUT.resolve(name).toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @return the time from the start of the process to the first 200 */
    Duration start() {
        long begin = System.nanoTime();
        try {
            Files.createDirectories(folder.resolve("tmp"));
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
        while (status() != OK) {
            if (!process.isAlive() || System.nanoTime() - begin > START_LIMIT.toNanos())
                throw new IllegalStateException(name + " did not start, see " + name + ".log");
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** SIGKILL: nothing is flushed. */
    void kill9() {
        if (process == null) return;
        process.destroyForcibly();
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

    @Override
    public void close() {
        kill9();
        Runtime.getRuntime().removeShutdownHook(hook);
        Folders.delete(folder);
    }

    List<String> command() {
        List<String> command = new ArrayList<>(cores.server());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-Dholdfast.bind=127.0.0.1"));
        command.addAll(List.of("-Dholdfast.data=" + folder.resolve("data"), "-Dholdfast.url=" + uri()));
        command.addAll(SETTINGS);
        command.addAll(List.of("-jar", System.getProperty("payara.microJar", "target/payara-micro.jar")));
        command.addAll(List.of("--nocluster", "--disablephonehome", "--contextroot", "/", "--port", "" + port));
        command.addAll(List.of("--prebootcommandfile", "server-config/payara-micro/preboot.asadmin"));
        command.addAll(List.of("--deploy", war.toString()));
        return command;
    }

    private int status() {
        try {
            var request = (HttpURLConnection) uri().resolve(readyPath).toURL().openConnection();
            request.setConnectTimeout(5_000);
            request.setReadTimeout(5_000);
            return request.getResponseCode();
        } catch (IOException notYet) {
            return 0;
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
