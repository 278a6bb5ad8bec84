package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.holdfast.db.DataFolder;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Where contents are, each under its own hash: {@code ab/cdef…}. What is not whole yet has a name that is none. */
@ApplicationScoped
class FileFolder {
    private static final String ARRIVING = "arriving";
    private static final int FIRST = 2;

    private final String place;

    @Inject
    FileFolder(Settings settings) {
        String named = settings.text(Setting.FILES_FOLDER);
        place = named.isEmpty() ? Path.of(settings.text(Setting.DATA), "files").toString() : named;
    }

    /** For the container's proxy. */
    FileFolder() {
        place = null;
    }

    /** A name for what arrives. */
    Path arriving() {
        try {
            return Files.createTempFile(
                    Files.createDirectories(DataFolder.at(place).path().resolve(ARRIVING)), "", "");
        } catch (IOException unmade) {
            throw new UncheckedIOException(unmade);
        }
    }

    /** Keeps what has arrived, and is on the disk, for ever: what was there under this hash is the same. */
    void keep(Path arrived, String hash) {
        try {
            Path kept = path(hash);
            Files.createDirectories(kept.getParent());
            Files.move(arrived, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(kept.getParent());
        } catch (IOException unkept) {
            throw new UncheckedIOException(unkept);
        }
    }

    Path path(String hash) {
        return Path.of(place).toAbsolutePath().resolve(hash.substring(0, FIRST)).resolve(hash.substring(FIRST));
    }

    /** A new name is on the disk when its folder is. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folders; there the file system writes names down by itself.
        }
    }
}
