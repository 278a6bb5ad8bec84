package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The process that a server of the lab is while it runs; it does not outlive the tests. */
final class ServerProcess implements AutoCloseable {
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private final String name;
    private final LabFolder folder;
    private final Thread shutdownHook = new Thread(this::end);
    private Process process;

    ServerProcess(String name, LabFolder folder) {
        this.name = name;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    void launch(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill9() {
        end(ProcessHandle::destroyForcibly);
    }

    /** SIGTERM, and the time to end in good order; one that takes longer than {@link #STOP_LIMIT} is a failure. */
    void stop() {
        end(ProcessHandle::destroy);
    }

    private void end(Consumer<ProcessHandle> signal) {
        if (process == null) return;
        signal.accept(leaf());
        try {
            if (process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError(name + " did not end:\n" + folder.tail());
    }

    @Override
    public void close() {
        kill9();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
        folder.clear();
    }

    /** Of a server that nobody closed: after a kill -9 nobody else would clear its temporary files away. */
    private void end() {
        kill9();
        folder.clear();
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    long pid() {
        return leaf().pid();
    }

    Process process() {
        return process;
    }

    /** Some products are started by scripts: the server is the child of the child. */
    private ProcessHandle leaf() {
        var leaf = process.toHandle();
        for (var child = leaf.children().findFirst();
                child.isPresent();
                child = leaf.children().findFirst()) leaf = child.get();
        return leaf;
    }
}
