package org.holdfast.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds all that must not be lost: the embedded database and files. */
public record DataFolder(Path path) {

    /** Makes the folder if it is missing. Throws {@link Unusable}. */
    public static DataFolder at(String name) {
        Path path = Path.of(name).toAbsolutePath().normalize();
        if (!Path.of(name).isAbsolute() && isTemporary(path)) {
            // Some servers run in a temporary folder: a default that lands there would be swept away with it.
            throw new Unusable("The data folder " + path + " is in the temporary folder, where nothing is kept:"
                    + " name another with holdfast.data");
        }
        if (path.toString().contains(";")) {
            throw new Unusable("The data folder " + path + " can't be used: a database address has no ; in its path");
        }
        return new DataFolder(made(path));
    }

    private static boolean isTemporary(Path path) {
        return path.startsWith(
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize());
    }

    private static Path made(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException unmade) {
            throw new Unusable("The data folder " + path + " can't be made: " + unmade, unmade);
        }
        if (!Files.isWritable(path)) {
            throw new Unusable("The data folder " + path + " can't be written to");
        }
        return path;
    }
}
