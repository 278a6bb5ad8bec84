package org.holdfast.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A named place in the server where a fault can land, armed from outside by a file of its name. Whoever reaches the place takes the file
 * away first, so each arming works once, and its disappearance tells that it did.
 */
public enum Point {
    BEFORE_COMMIT,
    /** Nobody has been told yet, and nothing is in memory. */
    AFTER_COMMIT,
    /** The sender is told, the others are not. */
    AFTER_ACK,
    /** A client says where it is; nothing is answered. */
    HELLO,
    /** It is welcomed, and what it missed is on its way. */
    RESUME,
    /** Any statement, for as long as the file is there. */
    DATABASE;

    /** The system property of the server that names the folder of the files. */
    static final String FOLDER = "lab.taps";

    /** What to do there. */
    enum Act {
        /** The process ends as by kill -9. */
        HALT,
        /** The thread stands still. */
        FREEZE,
        /** What was asked seems to have failed. */
        FAIL
    }

    void arm(Path folder, Act act) {
        try {
            // Renamed into place: a reader never sees half of it.
            var half = Files.writeString(folder.resolve(name() + ".half"), act.name());
            Files.move(half, folder.resolve(name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void disarm(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isArmed(Path folder) {
        return Files.exists(folder.resolve(name()));
    }

    /** What to do here now, if anything; once. */
    Optional<Act> take(Path folder) {
        var file = folder.resolve(name());
        if (!Files.exists(file)) return Optional.empty();
        try {
            var act = Act.valueOf(Files.readString(file));
            Files.delete(file);
            return Optional.of(act);
        } catch (NoSuchFileException takenByAnother) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
