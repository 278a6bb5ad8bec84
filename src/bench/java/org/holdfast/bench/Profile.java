package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import one.profiler.AsyncProfilerLoader;

/** What the server's processor time went into, sampled over a measured span. */
interface Profile {
    /** None is made. */
    Profile NONE = new Profile() {
        @Override
        public void start() {}

        @Override
        public void stop(String name) {}
    };

    void start();

    /** Writes {@code NAME.html}, a flame graph, and {@code NAME.txt}, its hottest frames. */
    void stop(String name);

    static Profile of(Options options, Server server) {
        return options.isProfiled() && server.isProfiled() ? new Sampled(String.valueOf(server.pid())) : NONE;
    }

    record Sampled(String pid) implements Profile {
        @Override
        public void start() {
            // ctimer needs no performance events of the kernel, which are mostly forbidden in containers.
            run("start", "-e", "ctimer", "-i", "1ms", pid);
        }

        @Override
        public void stop(String name) {
            Path collapsed = Bench.OUT.resolve(name + ".collapsed").toAbsolutePath();
            run("dump", "-o", "collapsed", "-f", collapsed.toString(), pid);
            Path graph = Bench.OUT.resolve(name + ".html").toAbsolutePath();
            run("stop", "-o", "flamegraph", "-f", graph.toString(), pid);
            HotFrames.write(collapsed, Bench.OUT.resolve(name + ".txt"));
        }

        private static void run(String... arguments) {
            try {
                AsyncProfilerLoader.executeProfiler(arguments);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
