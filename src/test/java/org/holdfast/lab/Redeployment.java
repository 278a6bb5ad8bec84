package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** How a Payara Micro is started in which the application can be changed, and told to. */
final class Redeployment {
    private static final Path PROGRAM = Path.of("src", "test", "payara", "Redeployer.java");

    private Redeployment() {}

    /** What java is to run: with what the server's own manifest grants when it is run as a jar. */
    static List<String> launcher(String jar) {
        var launcher = new ArrayList<String>();
        try (var file = new JarFile(jar)) {
            var granted = file.getManifest().getMainAttributes();
            for (var way : List.of("Add-Opens", "Add-Exports"))
                for (var part : granted.getValue(way).split(" "))
                    launcher.add("--" + way.toLowerCase() + "=" + part + "=ALL-UNNAMED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launcher.addAll(List.of("-cp", jar, PROGRAM.toString()));
        return launcher;
    }

    /** As the container names an application that it was given as a file. */
    static String name(Path war) {
        return war.getFileName().toString().replaceFirst("\\.war$", "");
    }

    static void order(Process server, String order) {
        try {
            server.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
            server.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
