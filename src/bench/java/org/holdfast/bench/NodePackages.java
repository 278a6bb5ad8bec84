package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The scripts that run on Node.js, with the packages that their lock file names: installed once for all. */
final class NodePackages {
    private static final Path FOLDER = Bench.OUT.resolve("peers").toAbsolutePath();

    private String missing;

    /** Installs them. @return why they are not there; empty: they are */
    String missing() {
        if (missing == null) missing = install();
        return missing;
    }

    Path script(String file) {
        return FOLDER.resolve(file);
    }

    private static String install() {
        if (Installed.find("node").isEmpty()) return "there is no node";
        if (Installed.find("npm").isEmpty()) return "there is no npm";
        copy();
        String npm = Installed.find("npm").orElseThrow().toString();
        var ended = Installed.run(FOLDER, npm, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        String said = ended.output().lines().findFirst().orElse("nothing").replace('|', '/');
        return ended.status() == 0 ? "" : "npm ci ended with " + ended.status() + ": " + said;
    }

    private static void copy() {
        try (var files = Files.list(Peer.FILES)) {
            Files.createDirectories(FOLDER);
            for (Path file : files.toList())
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
