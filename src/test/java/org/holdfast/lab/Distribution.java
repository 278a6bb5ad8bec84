package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A server product as its makers ship it, unpacked and configured by the Maven profile of its name. All servers of a run share it.
 *
 * @param home its folder
 */
record Distribution(Path home) {
    /** Of the product that this run is about. */
    static Distribution unpacked() {
        return new Distribution(
                Path.of(System.getProperty("holdfast.test.server.home")).toAbsolutePath());
    }

    String program(String path) {
        return home.resolve(path).toString();
    }

    /** Copies a folder of it, without what is there already. */
    void copy(String from, Path to) {
        copy(home.resolve(from), to);
    }

    /** Copies a file or a folder, without what is there already. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (var each : all.toList()) {
                var place = to.resolve(from.relativize(each).toString());
                if (Files.notExists(place)) Files.copy(each, place, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
