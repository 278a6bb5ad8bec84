package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a test finds the application: a {@link Server} of its own, or a {@link Deployment} in one that outlives it. What only a process of
 * one's own can do, only {@link Server} has.
 */
public abstract class Site implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofMinutes(5);
    final String name;
    private final Path war;
    final String readyPath;
    private final LabFolder folder;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private String contextRoot = "/";

    Site(String name, Path war, String readyPath) {
        this.name = name;
        this.war = war.toAbsolutePath();
        this.readyPath = readyPath;
        this.folder = LabFolder.make(name);
        // The least that is allowed: people sign up all the time here, and all from one address.
        with("holdfast.password.iterations", "1024").with("holdfast.signup.rate", "0");
    }

    /** One after the other in the same server, where the product of this run can do that; elsewhere as {@link Server#of}. */
    public static Site shared(String name) {
        return Server.product().equals("payara-micro") ? new Deployment(name) : Server.of(name);
    }

    /** The WAR under test, as the build made it. */
    static Path builtWar() {
        return Path.of(System.getProperty("holdfast.war", "target/holdfast.war"));
    }

    /** A setting, by its name as a system property; takes effect at the next start. */
    public Site with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** At another path than its folder puts it; takes effect at the first start. */
    public Site under(String path) {
        contextRoot = path;
        return this;
    }

    public abstract Site start();

    @Override
    public abstract void close();

    public abstract boolean isAlive();

    public abstract int port();

    public final URI uri() {
        return by(URI.create("http://127.0.0.1:" + port() + "/"));
    }

    /** The same house at the end of another line. */
    public final URI by(URI line) {
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

    final LabFolder folder() {
        return folder;
    }

    final Path war() {
        return war;
    }

    public final Path data() {
        return folder.data();
    }

    /** Everything that all its starts have printed. */
    public String output() {
        return folder.output();
    }

    /** Whether its server runs on without the application. */
    boolean hasGivenUp() {
        return false;
    }

    /** A port answers 404 before its application is up: only 200 on the application's own address counts. */
    final void awaitReady() {
        await(name + " is ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> assertThat(isAlive() && !hasGivenUp())
                        .as("%s ended:%n%s", name, LabFolder.tail(output()))
                        .isTrue())
                .untilAsserted(() -> assertThat(Probe.status(uri().resolve(readyPath)))
                        .as("readiness of %s:%n%s", name, LabFolder.tail(output()))
                        .isEqualTo(200));
    }
}
