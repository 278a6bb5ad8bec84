package org.holdfast.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The folder that holds all that must not be lost: the embedded database and files. */
public record DataFolder(Path path) {

    /** A person who has put a backup back, in a way that can't be seen, makes this file. */
    private static final String RESTORED = "restored";

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

    /** Tells whether a person says that a backup was put back; once that was heard it is not said any more. */
    public void ifRestored(Consumer<Boolean> listener) {
        Path sign = path.resolve(RESTORED);
        listener.accept(Files.exists(sign));
        try {
            Files.deleteIfExists(sign);
        } catch (IOException kept) {
            throw new Unusable("The file " + sign + " can't be deleted: " + kept, kept);
        }
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
