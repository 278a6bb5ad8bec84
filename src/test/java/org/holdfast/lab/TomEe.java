package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** As {@code server-config/tomee} says; each with a base folder of its own. */
final class TomEe extends Server {
    private static final Path CONFIGURATION = Path.of("server-config", "tomee");

    private final Distribution distribution = Distribution.unpacked();
    private final Path base = folder().folder().resolve("base");

    TomEe(String name) {
        super(name, builtWar(), "api/health/ready");
    }

    @Override
    void prepare() {
        for (var file : List.of("server.xml", "system.properties"))
            Distribution.copy(CONFIGURATION.resolve(file), base.resolve("conf").resolve(file));
        if (ServerPool.isOf(this)) layOutPool();
        if (ServerKey.isOf(this)) addConnector(base.resolve("conf/server.xml"));
        distribution.copy("conf", base.resolve("conf"));
        Distribution.copy(war(), base.resolve("webapps/" + fileName()));
        makeFolders();
        asEnvironment();
        var options = javaOptions();
        options.addAll(ServerPool.options(this));
        options.addAll(ServerKey.options(this));
        options.add("-Dholdfast.port=" + port());
        withEnvironment("CATALINA_BASE", base.toString());
        withEnvironment("CATALINA_TMPDIR", folder().temporary().toString());
        withEnvironment("CATALINA_OPTS", String.join(" ", options));
    }

    /** Tomcat has it tell the path. */
    private String fileName() {
        var path = contextRoot().substring(1);
        return (path.isEmpty() ? "ROOT" : path.replace('/', '#')) + ".war";
    }

    private void layOutPool() {
        Distribution.copy(CONFIGURATION.resolve("tomee.xml"), base.resolve("conf/tomee.xml"));
        Distribution.copy(ServerPool.driver(), base.resolve("lib/postgresql.jar"));
    }

    private static void addConnector(Path server) {
        try {
            var connector = Files.readString(CONFIGURATION.resolve("https.xml"));
            var configuration = Files.readString(server);
            if (configuration.contains(connector)) return;
            Files.writeString(server, configuration.replace("<Engine", connector + "<Engine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeFolders() {
        try {
            for (var folder : List.of("logs", "work")) Files.createDirectories(base.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    List<String> command() {
        return List.of("sh", distribution.program("bin/catalina.sh"), "run");
    }
}
