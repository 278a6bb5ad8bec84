package org.holdfast.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** As {@code server-config/wildfly} says; each with a base folder of its own. */
final class WildFly extends Server {
    private static final Path CONFIGURATION = Path.of("server-config", "wildfly");

    private final Distribution distribution = Distribution.unpacked();
    private final Path base = folder().folder().resolve("standalone");
    private final int secure = Ports.free();
    private final int management = Ports.free();

    WildFly(String name) {
        super(name, builtWar(), "api/health/ready");
    }

    @Override
    void prepare() {
        distribution.copy("standalone/configuration", base.resolve("configuration"));
        RootedWar.copy(war(), contextRoot(), base.resolve("deployments/holdfast.war"));
        if (ServerPool.isOf(this)) Distribution.copy(ServerPool.driver(), base.resolve("deployments/postgresql.jar"));
        asEnvironment();
        withEnvironment("JAVA_OPTS", String.join(" ", javaOptions()));
    }

    @Override
    List<String> command() {
        var command = new ArrayList<>(List.of(
                distribution.program("bin/standalone.sh"),
                "-b=127.0.0.1",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port(),
                "-Djboss.https.port=" + (ServerKey.isOf(this) ? ServerKey.port(this) : secure),
                "-Djboss.management.http.port=" + management));
        if (ServerPool.isOf(this)) command.add(yaml("postgresql.yml"));
        if (ServerKey.isOf(this)) command.add(yaml("https.yml"));
        return command;
    }

    private static String yaml(String file) {
        return "--yaml=" + CONFIGURATION.resolve(file).toAbsolutePath();
    }
}
