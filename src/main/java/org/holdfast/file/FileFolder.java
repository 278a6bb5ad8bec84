package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
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
    void keep(Path arrived, Path kept) {
        try {
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

    /** A smaller copy of an image. */
    Path path(String hash, PictureSize size) {
        Path content = path(hash);
        return content.resolveSibling(content.getFileName() + "." + size.wireName());
    }

    /** Takes a content away, unless somebody has it after all. */
    void drop(String hash, BooleanSupplier isUsed) {
        try {
            Map<Path, Path> away = new HashMap<>();
            for (Path kept : all(hash)) if (Files.exists(kept)) away.put(kept, moved(kept));
            // Looked at again when it is out of the way: who brings it in from now on writes it anew.
            if (isUsed.getAsBoolean()) away.forEach((kept, moved) -> keep(moved, kept));
            else for (Path moved : away.values()) Files.deleteIfExists(moved);
        } catch (IOException unremoved) {
            throw new UncheckedIOException(unremoved);
        }
    }

    /** The content, and its pictures. */
    private List<Path> all(String hash) {
        List<Path> all = new ArrayList<>(List.of(path(hash)));
        for (PictureSize size : PictureSize.values()) all.add(path(hash, size));
        return all;
    }

    private Path moved(Path kept) throws IOException {
        return Files.move(kept, arriving(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes away what began to arrive before that time, and never did. */
    void clear(long before) {
        Path arriving = Path.of(place).toAbsolutePath().resolve(ARRIVING);
        if (!Files.exists(arriving)) return;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(arriving)) {
            for (Path path : all) if (Files.getLastModifiedTime(path).toMillis() < before) Files.deleteIfExists(path);
        } catch (IOException unremoved) {
            throw new UncheckedIOException(unremoved);
        }
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
