package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 4: {@code bad_field} names the member. */
class FieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1", "1.5", "1.0", "1e2", "9007199254740992", "9007199254740993", "18446744073709551616", "1e999",
                "1e999999999", "1e-999999999", "-9007199254740991", "\"1\"", "null", "true", "[1]", "{}"
            })
    void aNumberThatJavaScriptDoesNotCountIsRefused(String value) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> refused(() -> number(value)));
    }

    @Test
    void wholeNumbersUpToTheLastThatJavaScriptCountsAreRead() {
        assertThat(number("0")).isZero();
        assertThat(number("-0")).isZero();
        assertThat(number("9007199254740991")).isEqualTo(9007199254740991L);
    }

    @Test
    void aMissingMemberIsRefusedByName() {
        refused(() -> FrameReader.readObject("{}").number("n"));
        refused(() -> FrameReader.readObject("{}").text("n", 0, 9));
        refused(() -> FrameReader.readObject("{}").object("n"));
    }

    @Test
    void aTextIsCountedInUnits() {
        Fields fields = FrameReader.readObject("{\"n\":\"\ud83d\ude00\"}");
        assertThat(fields.text("n", 2, 2)).isEqualTo("\ud83d\ude00");
        refused(() -> fields.text("n", 0, 1));
        refused(() -> fields.text("n", 3, 9));
    }

    @Test
    void anOptionalMemberMayBeNullButNotOfAnotherType() {
        assertThat(FrameReader.readObject("{\"n\":null}").textOr("n", 9, "x")).isEqualTo("x");
        assertThat(FrameReader.readObject("{\"n\":null}").objectOrEmpty("n").names())
                .isEmpty();
        refused(() -> FrameReader.readObject("{\"n\":1}").textOr("n", 9, "x"));
        refused(() -> FrameReader.readObject("{\"n\":[]}").objectOrEmpty("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":1}", "{\"type\":\"\"}", "{\"type\":null}"})
    void aFrameHasAType(String frame) {
        assertThatThrownBy(() -> FrameReader.read(frame, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"type\"");
    }

    private static long number(String value) {
        return FrameReader.readObject("{\"n\":" + value + "}").number("n");
    }

    private static void refused(ThrowingCallable read) {
        assertThatThrownBy(read)
                .hasMessageContaining("\"n\"")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
    }
}
