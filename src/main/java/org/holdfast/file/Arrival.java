package org.holdfast.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * A content that has arrived whole, and is on the disk under a name that goes away with it.
 *
 * @param size in bytes
 */
record Arrival(Path path, long size, String hash) implements AutoCloseable {
    private static final int PIECE = 65_536;

    /** What is refused, and when. */
    record Limits(long bytes, Refusal tooMany, long millis) {}

    /** Reads to the end. @throws Refusal it is too big, or takes too long */
    static Arrival of(InputStream content, Path path, Limits limits) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = copy(content, channel, digest, limits);
            channel.force(true);
            return new Arrival(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException broken) {
            remove(path);
            throw broken instanceof RuntimeException refused ? refused : new UncheckedIOException((IOException) broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static long copy(InputStream content, FileChannel channel, MessageDigest digest, Limits limits)
            throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.millis);
        byte[] piece = new byte[PIECE];
        long size = 0;
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            size += count;
            if (size > limits.bytes) throw limits.tooMany;
            if (System.nanoTime() > end) throw new Refusal(Code.BUSY, "This upload takes too long.");
            digest.update(piece, 0, count);
            ByteBuffer rest = ByteBuffer.wrap(piece, 0, count);
            while (rest.hasRemaining()) channel.write(rest);
        }
        return size;
    }

    /** Once it is kept under its hash there is nothing left to remove. */
    @Override
    public void close() {
        remove(path);
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException unremoved) {
            throw new UncheckedIOException(unremoved);
        }
    }
}
