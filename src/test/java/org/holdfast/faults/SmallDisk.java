package org.holdfast.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk for one folder that can be full at once: a tmpfs whose size is set to what is used. Mounting needs root. */
final class SmallDisk implements AutoCloseable {
    private static final long ROOMY = 1L << 30;
    private static final long BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @throws IllegalStateException where mounting is not allowed */
    static SmallDisk at(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Commands.run("mount", "-t", "tmpfs", "-o", "size=" + ROOMY, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** What is written from now on does not fit, but for some bytes. */
    void fill() {
        // What is written between the look and the mount makes the size too small, which is refused.
        await().ignoreExceptions().until(() -> {
            resize(used() + BLOCK);
            return true;
        });
    }

    void free() {
        resize(ROOMY);
    }

    @Override
    public void close() {
        Commands.run("umount", "-l", folder.toString());
    }

    private void resize(long bytes) {
        Commands.run("mount", "-o", "remount,size=" + bytes, folder.toString());
    }

    private long used() {
        try {
            var store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
