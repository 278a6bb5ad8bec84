package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As {@code server-config/glassfish} says, and Payara Server's folder; each with a domain of its own. */
final class GlassFish extends Server {
    private static final String DOMAIN = "domain1";

    private final Distribution distribution = Distribution.unpacked();
    private final Path domains = folder().folder().resolve("domains");
    private final int administration = Ports.free();

    GlassFish(String name) {
        super(name, builtWar(), "api/health/ready");
    }

    @Override
    void prepare() {
        var domain = domains.resolve(DOMAIN);
        if (Files.notExists(domain)) {
            distribution.copy("glassfish/domains/" + DOMAIN, domain);
            listenHere(domain.resolve("config/domain.xml"));
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
                            .replace("port=\"4848\"", "port=\"" + administration + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
                DOMAIN);
    }
}
