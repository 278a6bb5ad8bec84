package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where one server of the lab lives: its data, its temporary files, and what it prints.
 *
 * @param log what all its starts print
 */
record LabFolder(Path folder, Path log) {
    private static final Path LAB = Path.of("target", "lab");
    private static final int TAIL_LINES = 60;

    static LabFolder make(String name) {
        try {
            Files.createDirectories(LAB);
            var log = LAB.resolve(name + ".log");
            Files.deleteIfExists(log);
            var made = new LabFolder(Files.createTempDirectory(LAB.toAbsolutePath(), name + "-"), log);
            Files.createDirectories(made.temporary());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    /** Removes the temporary files. */
    void clear() {
        try (var below = Files.walk(temporary())) {
            var inside = below.filter(path -> !path.equals(temporary())).sorted(Comparator.reverseOrder());
            for (var path : inside.toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much was printed, in bytes. */
    long printed() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        return output(0);
    }

    /** What was printed since so much was. */
    String output(long from) {
        if (!Files.exists(log)) return "";
        try (var printed = Files.newInputStream(log)) {
            printed.skipNBytes(from);
            return new String(printed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What another process than one of its own has printed for it. */
    void keep(String output) {
        try {
            Files.writeString(log, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why something failed, as far as that was printed. */
    static String complaint(String output) {
        return output.lines()
                .filter(line -> line.matches("\\S+(Exception|Error): .*"))
                .findFirst()
                .orElse("It did not say why.");
    }

    /** The last that was printed. */
    String tail() {
        return tail(output());
    }

    static String tail(String output) {
        var lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
