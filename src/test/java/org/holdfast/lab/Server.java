package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One server process that a test may kill and start again on the same data and port. Which product it is, {@code holdfast.test.server} says:
 * see CONTRIBUTING.
 */
public abstract class Server implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    final String name;
    private final Path war;
    final String readyPath;
    private final LabFolder folder;
    private final int port = Ports.free();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Thread shutdownHook = new Thread(this::kill9);
    private String contextRoot = "/";
    private Process process;

    Server(String name, Path war, String readyPath) {
        this.name = name;
        this.war = war.toAbsolutePath();
        this.readyPath = readyPath;
        this.folder = LabFolder.make(name);
        // The least that is allowed: people sign up all the time here, and all from one address.
        with("holdfast.password.iterations", "100000").with("holdfast.signup.rate", "0");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** The product that this run is about. */
    public static Server of(String name) {
        return switch (System.getProperty("holdfast.test.server", "payara-micro")) {
            case "payara-micro" -> new PayaraMicro(name);
            case "wildfly" -> new WildFly(name);
            case "liberty" -> new Liberty(name);
            case "glassfish", "payara" -> new GlassFish(name);
            case "tomee" -> new TomEe(name);
            default -> throw new IllegalArgumentException("No such server in the lab");
        };
    }

    /** The WAR under test, as the build made it. */
    static Path builtWar() {
        return Path.of(System.getProperty("holdfast.war", "target/holdfast.war"));
    }

    /** What starts the process. */
    abstract List<String> command();

    /** Lays out what the process wants to find; before each start. */
    void prepare() {}

    /** A setting, by its name as a system property; takes effect at the next start. */
    public Server with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** A variable of the process's environment; takes effect at the next start. */
    public Server withEnvironment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** At another path than its folder puts it; takes effect at the first start. */
    public Server under(String path) {
        contextRoot = path;
        return this;
    }

    public Server start() {
        launch();
        awaitReady();
        return this;
    }

    private void launch() {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        folder.clear();
        prepare();
        var builder = new ProcessBuilder(command())
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
    public void kill9() {
        end(ProcessHandle::destroyForcibly);
    }

    /** SIGTERM, and the time to end in good order; a server that takes longer than {@link #STOP_LIMIT} is a failure. */
    public void stop() {
        end(ProcessHandle::destroy);
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
        kill9();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
        folder.clear();
    }

    public URI uri() {
        return by(URI.create("http://127.0.0.1:" + port + "/"));
    }

    /** The same house at the end of another line. */
    public URI by(URI line) {
        var root = contextRoot();
        return line.resolve(root.endsWith("/") ? root : root + "/");
    }

    /** Where the application is found. */
    String contextRoot() {
        return contextRoot;
    }

    final Map<String, String> settings() {
        return settings;
    }

    /** For a product that is given no system properties on its command line: {@code src/docs/settings.md}. */
    final void asEnvironment() {
        with("holdfast.data", data().toString());
        settings.putIfAbsent("holdfast.url", "http://localhost:" + port() + contextRoot());
        settings.forEach(
                (setting, value) -> withEnvironment(setting.replace('.', '_').toUpperCase(Locale.ROOT), value));
    }

    /** For the JVM of a product that is started by a script. */
    final List<String> javaOptions() {
        return JvmOptions.in(folder);
    }

    final LabFolder folder() {
        return folder;
    }

    final Path war() {
        return war;
    }

    final Process process() {
        return process;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.data();
    }

    /** Addresses on which the process listens, see {@link Listening}. */
    public Set<String> listening() {
        return Listening.of(pid());
    }

    public long pid() {
        return leaf().pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Everything that all starts of this server have printed. */
    public String output() {
        return folder.output();
    }

    /** Whether it runs on without the application. */
    boolean hasGivenUp() {
        return false;
    }

    /** A port answers 404 before its application is up: only 200 on the application's own address counts. */
    final void awaitReady() {
        await(name + " is ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> assertThat(process.isAlive() && !hasGivenUp())
                        .as("%s ended:%n%s", name, folder.tail())
                        .isTrue())
                .untilAsserted(() -> assertThat(Probe.status(uri().resolve(readyPath)))
                        .as("readiness of %s:%n%s", name, folder.tail())
                        .isEqualTo(200));
    }

    /** Some products are started by scripts: the server is the child of the child. */
    private ProcessHandle leaf() {
        var leaf = process.toHandle();
        for (var child = leaf.children().findFirst();
                child.isPresent();
                child = leaf.children().findFirst()) leaf = child.get();
        return leaf;
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
}
