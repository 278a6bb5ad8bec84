package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 2 and 4: {@code bad_frame}. */
class FrameReaderTest {

    @Test
    void oneFrameOrAnArrayOfThemIsRead() {
        assertThat(FrameReader.read("{\"type\":\"ping\"}", 64))
                .singleElement()
                .satisfies(frame -> assertThat(frame.type()).isEqualTo("ping"))
                .satisfies(frame -> assertThat(frame.data().names()).isEmpty());
        List<Frame> two =
                FrameReader.read(" [{\"type\":\"a\",\"data\":{\"n\":7}},{\"type\":\"b\",\"data\":null}]\n", 64);
        assertThat(two).extracting(Frame::type).containsExactly("a", "b");
        assertThat(two.get(0).data().number("n")).isEqualTo(7);
        assertThat(FrameReader.read("[]", 64)).isEmpty();
    }

    @Test
    void nestingOf32IsReadAndOf33Refused() {
        assertThat(FrameReader.readObject(nested(32)).names()).containsExactly("a");
        refused(() -> FrameReader.readObject(nested(33)));
        assertThat(FrameReader.read("[{\"type\":\"a\",\"data\":{\"x\":" + "[".repeat(29) + "]".repeat(29) + "}}]", 1))
                .hasSize(1);
        refused(() ->
                FrameReader.read("[{\"type\":\"a\",\"data\":{\"x\":" + "[".repeat(30) + "]".repeat(30) + "}}]", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void deepNestingIsRefusedAtOnce(int depth) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            refused(() -> FrameReader.read("[".repeat(depth), 64));
            refused(() -> FrameReader.read("[".repeat(depth) + "]".repeat(depth), 64));
            refused(() -> FrameReader.read("{\"a\":".repeat(depth), 64));
            refused(() -> FrameReader.read("]".repeat(depth) + "[".repeat(depth), 64));
        });
    }

    @Test
    void bracketsInStringsAreNoNesting() {
        String brackets = "[{".repeat(500) + "\\\"" + "[".repeat(500) + "\\\\";
        Frame frame = FrameReader.read("{\"type\":\"a\",\"data\":{\"" + brackets + "\":\"" + brackets + "\"}}", 1)
                .get(0);
        String key = "[{".repeat(500) + "\"" + "[".repeat(500) + "\\";
        assertThat(frame.data().text(key, 0, 5_000)).isEqualTo(key);
        // After an escaped quote the string goes on; after an escaped backslash it does not.
        refused(() -> FrameReader.read("{\"type\":\"\\\\\",\"data\":" + "[".repeat(40) + "]".repeat(40) + "}", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[}",
                "\"",
                "\\",
                "\\\"[",
                "nul",
                "NaN",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "[1,]",
                "{\"type\":\"a\",}",
                "{\"type\":\"a\"} {\"type\":\"b\"}",
                "{\"type\":\"a\"}x",
                "[] []",
                "'a'",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":tru}",
                "// no\n{}",
                "\0",
                "{\"a\":\"\0\"}",
                "{}\0",
                "\ufeff{}",
                "\ud800"
            })
    void whatIsNotJsonIsRefused(String text) {
        refused(() -> FrameReader.read(text, 64));
        refused(() -> FrameReader.readObject(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "true", "null", "1e999999999", "-0"})
    void aScalarIsNoFrame(String text) {
        refused(() -> FrameReader.read(text, 64));
        refused(() -> FrameReader.readObject(text));
        refused(() -> FrameReader.read("[" + text + "]", 64));
    }

    @Test
    void anArrayIsNoObjectAndNoFrame() {
        refused(() -> FrameReader.readObject("[]"));
        refused(() -> FrameReader.read("[[]]", 64));
    }

    @Test
    void moreFramesThanAllowedAreRefused() {
        String frame = "{\"type\":\"ping\"}";
        assertThat(FrameReader.read("[" + (frame + ",").repeat(63) + frame + "]", 64))
                .hasSize(64);
        refused(() -> FrameReader.read("[" + (frame + ",").repeat(64) + frame + "]", 64));
    }

    @Test
    void ofMembersThatComeTwiceTheLastCounts() {
        Frame frame = FrameReader.read("{\"type\":\"a\",\"type\":\"b\",\"data\":{\"n\":1,\"n\":2}}", 1)
                .get(0);
        assertThat(frame.type()).isEqualTo("b");
        assertThat(frame.data().number("n")).isEqualTo(2);
    }

    /** Parsers throw what they like for numbers that they can't hold. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1e9999999999", "1e-9999999999", "-1E+99999999999999999999", "1e999999999999999999999999999"})
    void aNumberBeyondAnyTypeIsRefused(String number) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThatThrownBy(() -> FrameReader.read("{\"type\":\"a\",\"data\":{\"n\":" + number + "}}", 1)
                                .get(0)
                                .data()
                                .number("n"))
                        .isInstanceOf(Refusal.class));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1_000, 1_101, 60_000, 1_000_000})
    void aNumberOfAnyLengthIsRefusedAtOnce(int digits) {
        for (String number : List.of("9".repeat(digits), "1." + "3".repeat(digits), "1e" + "1".repeat(digits)))
            assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () -> assertThatThrownBy(() -> FrameReader.readObject("{\"n\":" + number + "}")
                                    .number("n"))
                            .isInstanceOf(Refusal.class));
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static void refused(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FRAME));
    }
}
