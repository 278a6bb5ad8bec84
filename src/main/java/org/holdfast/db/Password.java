package org.holdfast.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What another system lets us in with: it may be in a file, which the list of processes does not show. */
public final class Password {
    private Password() {}

    /**
     * Throws {@link Unusable} when the file can't be read.
     *
     * @param file empty: the text is it
     * @param setting that named the file, for a person
     */
    public static String of(String text, String file, String setting) {
        if (file.isEmpty()) return text;
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unread) {
            throw new Unusable("The password can't be read from " + file + " (" + setting + ")", unread);
        }
    }
}
