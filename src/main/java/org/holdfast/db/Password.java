package org.holdfast.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The password for a database: it may be in a file, which the list of processes does not show. */
public final class Password {
    private Password() {}

    /** @param file empty: the text is it. Throws {@link Unusable} when the file can't be read */
    public static String of(String text, String file) {
        if (file.isEmpty()) return text;
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unread) {
            throw new Unusable(
                    "The password can't be read from " + file + " (holdfast.database.password.file)", unread);
        }
    }
}
