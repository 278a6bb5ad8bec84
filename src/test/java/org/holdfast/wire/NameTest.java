package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "a\0b", "a\nb", "a\u007fb", "a\u0085b", "ann\u200b", "\u202ebob"})
    void emptyNamesAndInvisibleCharactersAreRefused(String name) {
        assertThatThrownBy(() -> Name.of("name", name))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"name\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164",
                "a\u2800b",
                "\uffa0",
                "\u0301",
                "\ufe0f \u0301",
                "Z\u0310\u0311\u0312\u0313\u0314\u0315"
            })
    void blankLettersLoneMarksAndHeapsOfMarksAreRefused(String name) {
        assertThatThrownBy(() -> Name.of("name", name)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Łukasz 博", "בְּרֵאשִׁית", "อรุณสวัสดิ์", "सुप्रभात", "བསྒྲུབས", "❤️ team", "क्ष्म्य", "ế", "😀"
            })
    void namesOfAllLanguagesAreAllowed(String name) {
        assertThat(Name.of("name", name).text()).isNotEmpty();
    }

    @Test
    void sixtyCharactersAreTheMost() {
        assertThat(Name.of("name", "x".repeat(60)).text()).hasSize(60);
        assertThatThrownBy(() -> Name.of("name", "x".repeat(61))).isInstanceOf(Refusal.class);
    }

    /** One character may become 18 in the key, which the database has 60 for: its refusal would say to try again. */
    @ParameterizedTest
    @ValueSource(strings = {"\ufdfa", "\u0130"})
    void aNameWhoseKeyIsTooLongIsRefused(String character) {
        assertThat(Name.of("name", character).key().length()).as("premise").isGreaterThan(1);
        assertThatThrownBy(() -> Name.of("name", character.repeat(60))).isInstanceOf(Refusal.class);
    }

    @Test
    void oneTextHasOneKey() {
        assertThat(Name.of("name", "e\u0301").text()).isEqualTo("\u00e9");
        assertThat(Name.of("name", "E\u0301").key())
                .isEqualTo(Name.of("name", "\u00e9").key());
    }
}
