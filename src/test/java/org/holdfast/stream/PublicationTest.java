package org.holdfast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.holdfast.wire.FrameReader;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    private static Publication emit(String data) {
        return Publication.of(FrameReader.readObject(data));
    }

    @Test
    void itsContentIsJsonOrTextOrBytes() {
        assertThat(emit("{\"event\":\"a\",\"data\":[1.50, {\"b\" : \"\\n\\ud83d\"}]}")
                        .body())
                .isEqualTo("{\"data\":[1.50,{\"b\":\"\\n\\ud83d\"}]}");
        assertThat(emit("{\"text\":\"a\\r\\nb\\rc\\n\"}"))
                .isEqualTo(new Publication("message", null, "{\"text\":\"a\\nb\\nc\\n\"}"));
        assertThat(emit("{\"id\":\"12345678\",\"binary\":\"AAEC\"}"))
                .isEqualTo(new Publication("message", "12345678", "{\"binary\":\"AAEC\"}"));
        assertThat(emit("{}").body()).isEqualTo("{\"data\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"close\"}",
                "{\"event\":\"reset\"}",
                "{\"event\":\"error\"}",
                "{\"event\":\"open\"}",
                "{\"event\":\"a\\nb\"}",
                "{\"event\":\"a b\"}",
                "{\"event\":\"\"}",
                "{\"event\":1}",
                "{\"id\":\"short\"}",
                "{\"binary\":\"not base64\"}"
            })
    void whatABrowserCouldNotTellOrCarryIsRefused(String data) {
        assertThatThrownBy(() -> emit(data)).isInstanceOf(Refusal.class);
    }
}
