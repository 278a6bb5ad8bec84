package org.holdfast.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.holdfast.lab.PayaraMicro;

/** A time of day of its own for one server, which the test may shift; needs a C compiler and Linux. */
final class ShiftedClock {
    private static final Path SOURCE = Path.of("src/test/c/clock.c");

    private final Path offset;

    private ShiftedClock(Path offset) {
        this.offset = offset;
    }

    /** Takes effect at the server's next start. */
    static ShiftedClock of(PayaraMicro server, Path folder) {
        var clock = new ShiftedClock(folder.resolve("clock").toAbsolutePath());
        clock.shift(Duration.ZERO);
        server.withEnvironment("LAB_CLOCK", clock.offset.toString())
                .withEnvironment("LD_PRELOAD", compile(folder).toString());
        return clock;
    }

    void shift(Duration by) {
        var seconds =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(by.toSeconds());
        try (var file = new RandomAccessFile(offset.toFile(), "rw")) {
            file.write(seconds.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compile(Path folder) {
        var library = folder.resolve("clock.so").toAbsolutePath();
        if (!Files.exists(library))
            Commands.run("cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), SOURCE.toString());
        return library;
    }
}
