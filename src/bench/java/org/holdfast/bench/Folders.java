package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Clears away what a server leaves. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (var below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
