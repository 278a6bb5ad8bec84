package org.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words();

    private List<String> of(String text) {
        return words.of(text).stream().map(Words.Word::text).toList();
    }

    @Test
    void caseWidthAndAccentsDoNotCount() {
        assertThat(of("Ünïcode STRASSE ＡＢＣ Øre")).containsExactly("unicode", "strasse", "abc", "ore");
        // An accent as a sign of its own, as some systems write the names of files.
        assertThat(of("re\u0301sume\u0301")).isEqualTo(of("résumé")).containsExactly("resume");
    }

    @Test
    void chineseIsEachCharacterAndEachTwoThatStandTogether() {
        assertThat(of("会议室")).containsExactly("会", "会议", "议", "议室", "室");
    }

    @Test
    void namesOfFilesAndAddressesAreTheirParts() {
        assertThat(of("Quarterly_report-2026.final.pdf"))
                .containsExactly("quarterly", "report", "2026", "final", "pdf");
        assertThat(of("https://wiki.example/a")).containsExactly("https", "wiki", "example", "a");
    }

    @Test
    void wordsKnowWhereTheyStand() {
        Words.Word word = words.of("see _Ünïcode_ there").get(1);
        assertThat("see _Ünïcode_ there".substring(word.start(), word.end())).isEqualTo("Ünïcode");
    }
}
