package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as servers hand headers over. */
class TrustedHeaderTest {
    @Test
    void aNameThatCameAsBytesOfUtf8IsRead() {
        var byteByByte = new String("Zoë".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(byteByByte).hasSize(4);
        assertThat(TrustedHeader.decoded(byteByByte)).isEqualTo("Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Zoë", "小明"})
    void aNameThatWasReadAlreadyStays(String name) {
        assertThat(TrustedHeader.decoded(name)).isEqualTo(name);
    }
}
