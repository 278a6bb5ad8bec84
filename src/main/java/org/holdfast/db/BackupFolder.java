package org.holdfast.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Copies of the embedded database, made while it is in use: of each the name tells when it was begun, in UTC. */
public final class BackupFolder {
    private static final Logger LOG = System.getLogger(BackupFolder.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'holdfast-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final String COPIES = "holdfast-????????T??????Z.zip";
    private static final String UNFINISHED = "unfinished.zip";

    private final Jdbi jdbi;
    private final Path folder;

    /** Throws {@link Unusable}. */
    public BackupFolder(Jdbi jdbi, String folder) {
        this.jdbi = jdbi;
        this.folder = DataFolder.at(folder).path();
    }

    /** Whether the last one is that old, or there is none. */
    public boolean isDue(Instant now, Duration interval) {
        List<Path> copies = copies();
        return copies.isEmpty()
                || copies.get(copies.size() - 1).getFileName().toString().compareTo(NAME.format(now.minus(interval)))
                        <= 0;
    }

    /** Makes one more, and lets go of the oldest. */
    public void add(Instant now, int keep) {
        Path unfinished = folder.resolve(UNFINISHED);
        Path copy = folder.resolve(NAME.format(now));
        try {
            write(unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            List<Path> copies = copies();
            for (Path old : copies.subList(0, Math.max(0, copies.size() - keep))) Files.delete(old);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        LOG.log(Level.INFO, "The database is backed up: " + copy);
    }

    /** Marked as a copy: whoever starts with it is told that it is none of the past that clients know. */
    private void write(Path file) {
        String place = jdbi.withHandle(handle -> handle.select("SELECT place FROM site WHERE id = 1")
                .mapTo(String.class)
                .one());
        tell(Place.OF_A_COPY);
        try {
            jdbi.useHandle(handle -> handle.execute("BACKUP TO ?", file.toString()));
        } finally {
            tell(place);
        }
    }

    private void tell(String place) {
        jdbi.useHandle(handle -> handle.execute("UPDATE site SET place = ? WHERE id = 1", place));
    }

    /** Oldest first. */
    private List<Path> copies() {
        List<Path> copies = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, COPIES)) {
            all.forEach(copies::add);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
        Collections.sort(copies);
        return copies;
    }
}
