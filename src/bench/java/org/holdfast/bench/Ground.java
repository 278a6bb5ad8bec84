package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the scenarios share: the server with its data, the crew that is signed up there, the loop, and the report. */
final class Ground implements AutoCloseable {
    private static final List<String> FOR_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    private static final Path WAR = Path.of(System.getProperty("holdfast.war", "target/holdfast.war"));

    private final Options options;
    private final Cores cores;
    private final Report report;
    private final Loop loop = new Loop();
    private final Server server;
    private Crew crew;

    Ground(Options options, Cores cores, Report report) {
        this.options = options;
        this.cores = cores;
        this.report = report;
        server = server("holdfast", chat());
    }

    Options options() {
        return options;
    }

    Cores cores() {
        return cores;
    }

    Report report() {
        return report;
    }

    Loop loop() {
        return loop;
    }

    Server server() {
        return server;
    }

    Crew crew() {
        return crew;
    }

    /** Holdfast, as it is packaged. */
    Program chat() {
        return new WarOnPayara(WAR, "api/health/ready", options.isProfiled() ? FOR_PROFILES : List.of());
    }

    /** Another server, for comparison, without data; the caller closes it. */
    Server server(String name, Program program) {
        Folders.delete(Bench.OUT.resolve(name));
        return new Server(name, program, cores);
    }

    /** A process of its own for each scenario, on the same data. */
    void freshServer() {
        loop.removeAll();
        server.kill9();
        server.start();
        if (crew == null) crew = new Crew(server.uri());
    }

    Run run(Crowd crowd) {
        return run(crowd, server);
    }

    /** At another server. */
    Run run(Crowd crowd, Server other) {
        return new Run(loop, crowd, other.account(), Profile.of(options, other), !options.isShort());
    }

    /** Of the server that runs now. */
    Profile profile() {
        return Profile.of(options, server);
    }

    @Override
    public void close() throws IOException {
        server.close();
        loop.close();
    }
}
