package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As {@code server-config/glassfish} says, and Payara Server's folder; each with a domain of its own. */
final class GlassFish extends Server {
    private static final Path CONFIGURATION = Path.of("server-config", System.getProperty("holdfast.test.server", ""));

    private final Distribution distribution = Distribution.unpacked();
    private final Path domains = folder().folder().resolve("domains");
    private final int administration = Ports.free();

    GlassFish(String name) {
        super(name, builtWar(), "api/health/ready");
    }

    @Override
    void prepare() {
        var domain = domains.resolve(AsAdmin.DOMAIN);
        if (Files.notExists(domain)) {
            distribution.copy("glassfish/domains/" + AsAdmin.DOMAIN, domain);
            listenHere(domain.resolve("config/domain.xml"));
            if (ServerKey.isOf(this)) endTls(domain.resolve("config"));
            RootedWar.copy(war(), contextRoot(), domain.resolve("autodeploy/holdfast.war"));
            Distribution.copy(ServerPool.driver(), domain.resolve("lib/postgresql.jar"));
        }
        asEnvironment();
        var options = javaOptions();
        options.addAll(ServerPool.options(this));
        withEnvironment("AS_JAVA", System.getProperty("holdfast.test.server.java"));
        withEnvironment("JAVA_TOOL_OPTIONS", String.join(" ", options));
    }

    private void listenHere(Path configuration) {
        try {
            Files.writeString(
                    configuration,
                    Files.readString(configuration)
                            .replace("port=\"8080\"", "port=\"" + port() + "\"")
                            .replace("port=\"8181\"", secure())
                            .replace("port=\"4848\"", "port=\"" + administration + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String secure() {
        return "address=\"127.0.0.1\" port=\"" + (ServerKey.isOf(this) ? ServerKey.port(this) : "8181") + "\"";
    }

    /** As its README says. */
    private void endTls(Path config) {
        ServerKey.importInto(config, this);
        if (ServerKey.isBelieving(this)) ServerKey.trustIn(config, this);
        new AsAdmin(distribution.program("bin/asadmin"), domains, administration).configure(commands());
    }

    private List<Path> commands() {
        var https = CONFIGURATION.resolve("https.asadmin");
        return ServerKey.isBelieving(this) ? List.of(https, CONFIGURATION.resolve("clients.asadmin")) : List.of(https);
    }

    @Override
    List<String> command() {
        return List.of(
                "bash",
                distribution.program("bin/asadmin"),
                "start-domain",
                "--verbose",
                "--domaindir",
                domains.toString(),
                AsAdmin.DOMAIN);
    }
}
