package org.holdfast.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One server process that a test may kill and start again on the same data and port. Which product it is, {@code holdfast.test.server}
 * says: see CONTRIBUTING.
 */
public abstract class Server extends Site {
    static final Duration STOP_LIMIT = ServerProcess.STOP_LIMIT;
    private final int port = Ports.free();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final ServerProcess process;

    Server(String name, Path war, String readyPath) {
        super(name, war, readyPath);
        process = new ServerProcess(name, folder());
    }

    static String product() {
        return System.getProperty("holdfast.test.server", "payara-micro");
    }

    /** The product that this run is about. */
    public static Server of(String name) {
        return switch (product()) {
            case "payara-micro" -> new PayaraMicro(name);
            case "wildfly" -> new WildFly(name);
            case "liberty" -> new Liberty(name);
            case "glassfish", "payara" -> new GlassFish(name);
            case "tomee" -> new TomEe(name);
            default -> throw new IllegalArgumentException("No such server in the lab");
        };
    }

    /** What starts the process. */
    abstract List<String> command();

    /** Lays out what the process wants to find; before each start. */
    void prepare() {}

    @Override
    public Server with(String setting, String value) {
        super.with(setting, value);
        return this;
    }

    /** A variable of the process's environment; takes effect at the next start. */
    public Server withEnvironment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    @Override
    public Server under(String path) {
        super.under(path);
        return this;
    }

    @Override
    public Server start() {
        launch();
        awaitReady();
        return this;
    }

    private void launch() {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        folder().clear();
        prepare();
        process.launch(command(), environment);
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill9() {
        process.kill9();
    }

    /** SIGTERM, and the time to end in good order; a server that takes longer than {@link #STOP_LIMIT} is a failure. */
    public void stop() {
        process.stop();
    }

    /** SIGSTOP: the process stands still, and its sockets stay open. */
    public void pause() {
        Signal.send("STOP", pid());
    }

    /** SIGCONT. */
    public void proceed() {
        Signal.send("CONT", pid());
    }

    public Server restart() {
        stop();
        return start();
    }

    @Override
    public void close() {
        process.close();
    }

    /** For a product that is given no system properties on its command line: {@code src/docs/settings.md}. */
    final void asEnvironment() {
        with("holdfast.data", data().toString());
        settings().putIfAbsent("holdfast.url", "http://localhost:" + port() + contextRoot());
        settings()
                .forEach((setting, value) ->
                        withEnvironment(setting.replace('.', '_').toUpperCase(Locale.ROOT), value));
    }

    /** For the JVM of a product that is started by a script. */
    final List<String> javaOptions() {
        return JvmOptions.in(folder());
    }

    final Process process() {
        return process.process();
    }

    @Override
    public int port() {
        return port;
    }

    /** Addresses on which the process listens, see {@link Listening}. */
    public Set<String> listening() {
        return Listening.of(pid());
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }
}
