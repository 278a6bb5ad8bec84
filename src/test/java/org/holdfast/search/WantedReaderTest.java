package org.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.6: what is looked for, as it is written. */
class WantedReaderTest {
    private static Wanted read(String text) {
        return WantedReader.read(text, ZoneOffset.UTC);
    }

    private static Wanted.Traits traits(String text) {
        return read(text).all();
    }

    private static Wanted.Phrase word(String text) {
        return new Wanted.Phrase(text, false);
    }

    @Test
    void wordsAndPhrasesOfWhichTheLastWordMayGoOn() {
        assertThat(traits(" red  \"blue green\" yel").phrases())
                .containsExactly(word("red"), word("blue green"), new Wanted.Phrase("yel", true));
        assertThat(traits("red ").phrases()).containsExactly(word("red"));
        assertThat(traits("\"red").phrases()).containsExactly(word("red"));
    }

    @Test
    void filtersWithNamesInQuotesOrNot() {
        Wanted.Traits wanted = traits("from:ann From:\"Ben Ødegård\" in:#kitchen has:file has:LINK has:image cake");
        assertThat(wanted.from()).containsExactly("ann", "Ben Ødegård");
        assertThat(wanted.in()).containsExactly("kitchen");
        assertThat(wanted.has()).containsExactlyInAnyOrder("file", "link", "image");
        assertThat(wanted.phrases()).containsExactly(new Wanted.Phrase("cake", true));
    }

    @Test
    void theSignsOfChineseKeyboardsAreTheSame() {
        Wanted.Traits wanted = traits("from：李小雨　“开会 下午”");
        assertThat(wanted.from()).containsExactly("李小雨");
        assertThat(wanted.phrases()).containsExactly(word("开会 下午"));
    }

    @Test
    void daysBeginWhereOneIs() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Wanted wanted = WantedReader.read("after:2026-01-31 before:2026-02-01", shanghai);
        assertThat(Instant.ofEpochMilli(wanted.since())).isEqualTo("2026-01-30T16:00:00Z");
        assertThat(wanted.until() - wanted.since()).isEqualTo(24 * 3_600_000L);
    }

    @Test
    void eachPartCanBeTurnedRound() {
        Wanted wanted = read("cake -red -\"sour cream\" -from:ann －in:\"Plan B\" -has:file -会议");
        assertThat(wanted.all()).isEqualTo(traits("cake "));
        assertThat(wanted.none().phrases()).containsExactly(word("red"), word("sour cream"), word("会议"));
        assertThat(wanted.none().from()).containsExactly("ann");
        assertThat(wanted.none().in()).containsExactly("Plan B");
        assertThat(wanted.none().has()).containsExactly("file");
        assertThat(read("-before:2026-01-31")).isEqualTo(read("after:2026-01-31"));
        assertThat(read("-after:2026-01-31")).isEqualTo(read("before:2026-01-31"));
    }

    @Test
    void aMinusWithNothingToTurnRoundIsAWord() {
        Wanted wanted = read("well-known - \"-Xmx\" --verbose -");
        assertThat(wanted.none()).isEqualTo(new Wanted.Traits());
        assertThat(wanted.all().phrases())
                .containsExactly(
                        word("well-known"), word("-"), word("-Xmx"), word("--verbose"), new Wanted.Phrase("-", true));
    }

    @Test
    void whatLooksLikeAFilterAndIsNoneIsAWord() {
        assertThat(traits("https://a.example re:lease").phrases())
                .containsExactly(word("https://a.example"), new Wanted.Phrase("re:lease", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "before:yesterday",
                "after:2026-02-30",
                "before:+999999999-01-01",
                "has:cake",
                "from:",
                "in:\"\"",
                "-from:",
                "-has:cake",
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"
            })
    void whatCanNotBeLookedForIsRefusedWithWhatToDo(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD);
            assertThat(refusal.getMessage()).startsWith("\"q\" ");
        });
    }
}
