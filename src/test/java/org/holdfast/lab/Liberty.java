package org.holdfast.lab;

import java.nio.file.Path;
import java.util.List;

/** As {@code server-config/liberty} says; each with a folder of users of its own. */
final class Liberty extends Server {
    private static final Path CONFIGURATION = Path.of("server-config", "liberty");

    private final Path users = folder().folder().resolve("usr");

    Liberty(String name) {
        super(name, builtWar(), "api/health/ready");
    }

    @Override
    void prepare() {
        var server = users.resolve("servers/holdfast");
        Distribution.copy(CONFIGURATION.resolve("server.xml"), server.resolve("server.xml"));
        putUnder(contextRoot(), server.resolve("server.xml"));
        Distribution.copy(war(), server.resolve("apps/holdfast.war"));
        if (ServerPool.isOf(this)) layOutPool(server);
        if (ServerKey.isOf(this))
            Distribution.copy(CONFIGURATION.resolve("https.xml"), server.resolve("configDropins/overrides/https.xml"));
        asEnvironment();
        withEnvironment("HOLDFAST_PORT", String.valueOf(port()));
        withEnvironment("WLP_USER_DIR", users.toString());
        withEnvironment("JVM_ARGS", String.join(" ", javaOptions()));
    }

    private static void putUnder(String root, Path configuration) {
        RootedWar.replace(configuration, "contextRoot=\"/\"", "contextRoot=\"" + root + "\"");
    }

    private static void layOutPool(Path server) {
        Distribution.copy(
                CONFIGURATION.resolve("postgresql.xml"), server.resolve("configDropins/defaults/postgresql.xml"));
        Distribution.copy(ServerPool.driver(), server.resolve("postgresql.jar"));
    }

    @Override
    List<String> command() {
        return List.of("sh", Distribution.unpacked().program("bin/server"), "run", "holdfast");
    }
}
