package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 3.6: positions as one word. */
class CursorTest {
    @TempDir
    Path folder;

    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsWrittenIsRead() {
        var positions = Map.of(17L, new ResumePoint("k3x9a", 2_045), 18L, new ResumePoint("p0-q2z", 0));
        assertThat(Cursor.read(Cursor.of(positions))).isEqualTo(positions);
        assertThat(Cursor.read("17.2045.k3x9a_18.0.p0-q2z")).isEqualTo(positions);
        assertThat(Cursor.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "_",
                "1.2",
                "1.2.e_",
                "1..e",
                "-1.2.e",
                "1.-2.e",
                "1.2.",
                "1.2.é",
                "1.2.e.f",
                "1 .2.e",
                "9999999999999999999.1.e",
                "1.9999999999999999.e"
            })
    void whatTheServerDidNotGiveIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursor.read(cursor))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cursor");
    }

    /** A log goes into it with its announcement and out of it with its end: whoever comes back is told of the rest. */
    @Test
    void itHasTheLogsThatWereAnnouncedAndHaveNotEnded() {
        long id = server.log.newLog(3);
        Followed begun = new Followed(server.start(id, 2), 0);
        Followed held = Followed.held(server.start(server.log.newLog(), 0));
        String word = id + ".2." + begun.log().epoch();
        assertThat(Cursor.of(List.of(begun, held), 100)).isEqualTo(word);
        held.release("{}", null);
        assertThat(Cursor.of(List.of(begun, held), 100)).isEqualTo(word);
        held.announce();
        assertThat(Cursor.of(List.of(begun, held), 100))
                .isEqualTo(word + "_" + held.log().id() + ".0." + held.log().epoch());
        assertThat(Cursor.of(List.of(begun, held), word.length())).isNull();
        begun.endAt(3);
        held.endAt(0);
        assertThat(Cursor.of(List.of(begun, held), 100)).isEmpty();
    }
}
