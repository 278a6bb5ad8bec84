package org.holdfast.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * The place of a database that is in the data folder: an empty file, another one at each start. A database that was put back alone does not
 * know this one's name; and if the whole folder was put back, the file is not the one that it was, which its time of change tells: nobody can
 * set that.
 */
final class Witness implements Place {
    private static final String PREFIX = "started-";
    private static final String SEPARATOR = "@";

    private final Path folder;

    Witness(DataFolder folder) {
        this.folder = folder.path();
    }

    @Override
    public boolean is(String told) {
        String name = told.split(SEPARATOR)[0];
        return name.startsWith(PREFIX) && told.equals(place(folder.resolve(name)));
    }

    @Override
    public String now() {
        try {
            return place(Files.createFile(folder.resolve(PREFIX + UUID.randomUUID())));
        } catch (IOException unmade) {
            throw new UncheckedIOException(unmade);
        }
    }

    /** Not before it was told: if it never is, it is still where it was. */
    @Override
    public void told(String place) {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : earlier) if (!place.equals(place(file))) Files.delete(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static String place(Path file) {
        try {
            return file.getFileName() + SEPARATOR + changedAt(file);
        } catch (NoSuchFileException missing) {
            return "";
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static long changedAt(Path file) throws IOException {
        // Windows has none; there a file that is put back has another time of creation.
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix"))
            return Files.readAttributes(file, BasicFileAttributes.class)
                    .creationTime()
                    .toMillis();
        return ((java.nio.file.attribute.FileTime) Files.getAttribute(file, "unix:ctime")).toMillis();
    }
}
