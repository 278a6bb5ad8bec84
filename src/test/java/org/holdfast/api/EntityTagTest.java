package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final String TAG = "\"a1\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"a1\"", "W/\"a1\"", "\"b\", \"a1\"", "\"b,c\",W/\"a1\" , \"d\"", "*", " * "})
    void isHadWhereItIsListedAlsoWhereOneOfTheTwoIsWeak(String said) {
        assertThat(EntityTag.isHad(said, TAG)).isTrue();
        assertThat(EntityTag.isHad(said, "W/" + TAG)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a1", "\"a\"", "\"a1-gzip\"", "\"xa1\"", "\"b\", \"c\"", "\"a1"})
    void isNotHadElsewhere(String said) {
        assertThat(EntityTag.isHad(said, TAG)).isFalse();
        assertThat(EntityTag.isHad(said, "W/" + TAG)).isFalse();
    }
}
