package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One server process, started as by the README's command, that a test may kill and start again on the same data and port. */
public final class PayaraMicro implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    /** By default those of a server that lives for seconds, and is not worth compiling well: halves the processor time of a start. */
    private static final List<String> JVM =
            List.of(System.getProperty("holdfast.test.jvm", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                    .split(" "));

    private static final HttpClient PROBE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String name;
    private final Path war;
    private final String readyPath;
    private final LabFolder folder;
    private final int port = Ports.free();
    private final PluginCommand plugin;
    private String contextRoot;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private boolean isRedeployed;
    private final Thread shutdownHook = new Thread(this::kill9);
    private Process process;

    /** The WAR under test, as the build made it. */
    public PayaraMicro(String name) {
        this(name, Path.of(System.getProperty("holdfast.war", "target/holdfast.war")), "api/health/ready");
    }

    /** Another WAR that has the same health resource. */
    public PayaraMicro(String name, Path war) {
        this(name, war, "api/health/ready");
    }

    PayaraMicro(String name, Path war, String readyPath) {
        this.name = name;
        this.war = war.toAbsolutePath();
        this.readyPath = readyPath;
        this.folder = LabFolder.make(name);
        this.plugin =
                new PluginCommand(Map.of("holdfast.port", String.valueOf(port), "holdfast.data", data().toString()));
        this.contextRoot = plugin.contextRoot();
        // The least that is allowed: people sign up all the time here, and all from one address.
        with("holdfast.password.iterations", "100000").with("holdfast.signup.rate", "0");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /** A setting, by its name as a system property; takes effect at the next start. */
    public PayaraMicro with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** A variable of the process's environment; takes effect at the next start. */
    public PayaraMicro withEnvironment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Of Payara Micro's own command line; takes effect at the next start. */
    PayaraMicro withOptions(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** At another path than the README's command puts it. */
    public PayaraMicro under(String path) {
        contextRoot = path;
        return this;
    }

    /** Started by a program that can take the WAR out of the container while that goes on. */
    public PayaraMicro redeployed() {
        isRedeployed = true;
        return this;
    }

    public PayaraMicro start() {
        launch();
        awaitReady();
        return this;
    }

    private void launch() {
        if (isAlive()) throw new IllegalStateException(name + " runs already");
        folder.clear();
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

    /** Takes the WAR out of the container; when this returns, the container says that it is gone. */
    public void undeploy() {
        Redeployment.order(process, "undeploy " + Redeployment.name(war));
        await(name + " is undeployed").atMost(STOP_LIMIT).until(() -> statusOf(uri().resolve(readyPath)) == NOT_FOUND);
    }

    /** Puts it in again, as it was at the start. */
    public void deploy() {
        Redeployment.order(process, "deploy " + Redeployment.name(war) + " " + contextRoot + " " + war);
        awaitReady();
    }

    public PayaraMicro restart() {
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
        return line.resolve(contextRoot.endsWith("/") ? contextRoot : contextRoot + "/");
    }

    public int port() {
        return port;
    }

    public Path data() {
        return folder.data();
    }

    /** Addresses on which the process listens, see {@link Listening}. */
    public Set<String> listening() {
        return Listening.of(process.pid());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Everything that all starts of this server have printed. */
    public String output() {
        return folder.output();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(plugin.javaOptions());
        if (!Boolean.getBoolean("faults.full")) command.addAll(JVM);
        // The server unpacks itself here at every start, and after a kill -9 nobody else would clear it away.
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        settings.forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        var jar = System.getProperty("payara.microJar", "target/payara-micro.jar");
        command.addAll(isRedeployed ? Redeployment.launcher(jar) : List.of("-jar", jar));
        command.addAll(List.of("--deploy", war.toString(), "--contextroot", contextRoot));
        command.addAll(plugin.serverOptions());
        command.addAll(options);
        return command;
    }

    /** A port answers 404 before its application is up: only 200 on the application's own address counts. */
    private void awaitReady() {
        await(name + " is ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> assertThat(process.isAlive())
                        .as("%s ended:%n%s", name, folder.tail())
                        .isTrue())
                .untilAsserted(() -> assertThat(statusOf(uri().resolve(readyPath)))
                        .as("readiness of %s:%n%s", name, folder.tail())
                        .isEqualTo(200));
    }

    private static int statusOf(URI uri) throws InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return PROBE.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notListeningYet) {
            return 0;
        }
    }

    private void end(Consumer<ProcessHandle> signal) {
        if (process == null) return;
        signal.accept(process.toHandle());
        try {
            if (process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError(name + " did not end:\n" + folder.tail());
    }
}
