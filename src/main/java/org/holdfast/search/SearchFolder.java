package org.holdfast.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.holdfast.db.DataFolder;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Where the index is. It is only a copy: one that can't be read is thrown away, and made again from the logs. */
record SearchFolder(Path path) {
    private static final Logger LOG = System.getLogger(SearchFolder.class.getName());

    /** What Lucene calls its files, and nobody else: whatever else is in the folder stays. Its lock stays, too. */
    private static final String LUCENES = "{_*,segments*,pending_segments*}";

    static SearchFolder of(Settings settings) {
        String named = settings.text(Setting.SEARCH_FOLDER);
        return new SearchFolder(named.isEmpty() ? Path.of(settings.text(Setting.DATA), "search") : Path.of(named));
    }

    SearchIndex open(Words words) throws IOException {
        Path folder = DataFolder.at(path.toString()).path();
        try {
            return new SearchIndex(folder, words);
        } catch (IOException | RuntimeException unreadable) {
            if (!isDamage(unreadable)) throw unreadable;
            LOG.log(Level.WARNING, "The search index in " + folder + " can't be read, and is made anew", unreadable);
            clear(folder);
            return new SearchIndex(folder, words);
        }
    }

    /** Whether it is the files' fault, and not that of the disk or of another who has them. */
    static boolean isDamage(Throwable error) {
        return error instanceof CorruptIndexException
                || error instanceof IndexFormatTooOldException
                || error instanceof IndexFormatTooNewException
                || error instanceof EOFException
                || error instanceof NoSuchFileException
                || error instanceof FileNotFoundException
                // A number that makes no sense, in a file that was cut or written over.
                || error instanceof IllegalArgumentException
                || error instanceof IndexOutOfBoundsException;
    }

    void clear() throws IOException {
        clear(DataFolder.at(path.toString()).path());
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LUCENES)) {
            for (Path file : files) Files.delete(file);
        }
    }
}
