package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.Holds;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
    private static final long LONG = 60_000;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void begin() throws IOException {
        path = Files.createFile(folder.resolve("arriving"));
    }

    @Test
    void whatHasArrivedIsOnTheDiskAndKnownByItsHashUntilItIsClosed() throws IOException {
        try (var arrival = arrive(new ByteArrayInputStream("abc".getBytes()), 3, LONG)) {
            // FIPS 180-2, appendix B.1
            assertThat(arrival.hash()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(arrival.size()).isEqualTo(3);
            assertThat(path).hasContent("abc");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void oneByteTooManyLeavesNothing() {
        refused(Code.TOO_BIG, new ByteArrayInputStream(new byte[200_001]), LONG);
    }

    @Test
    @Holds("7: time of an upload or a download")
    void whatTakesTooLongLeavesNothing() {
        refused(Code.BUSY, new ByteArrayInputStream(new byte[2]), -1);
    }

    private void refused(Code code, InputStream content, long millis) {
        assertThatThrownBy(() -> arrive(content, 200_000, millis))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(path).doesNotExist();
    }

    @Test
    void aLineThatBreaksLeavesNothing() {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left == 0) throw new IOException("cut");
                left--;
                return 7;
            }
        };
        assertThatThrownBy(() -> arrive(broken, 200_000, LONG)).isInstanceOf(UncheckedIOException.class);
        assertThat(path).doesNotExist();
    }

    private Arrival arrive(InputStream content, long bytes, long millis) {
        return Arrival.of(content, path, new Arrival.Limits(bytes, new Refusal(Code.TOO_BIG, "too big"), millis));
    }
}
