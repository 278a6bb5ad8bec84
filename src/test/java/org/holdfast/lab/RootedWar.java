package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the WAR whose own descriptors put it under another path: for products that believe them before all else. */
final class RootedWar {
    private static final List<String> DESCRIPTORS = List.of("glassfish-web.xml", "payara-web.xml", "jboss-web.xml");

    private RootedWar() {}

    /** Unless it is there already. */
    static void copy(Path war, String root, Path to) {
        if (Files.exists(to)) return;
        Distribution.copy(war, to);
        if (root.equals("/")) return;
        try (var inside = FileSystems.newFileSystem(to)) {
            for (var descriptor : DESCRIPTORS)
                replace(inside.getPath("WEB-INF", descriptor), "<context-root>/<", "<context-root>" + root + "<");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Path file, String before, String after) {
        try {
            Files.writeString(file, Files.readString(file).replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
