package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration is made from the server's own classes: whoever changes those sees here that it still can be. */
class DemoTest {
    private static final long MESSAGES = 600;
    private static final long LARGEST = 250;
    private static final long BY_CHANCE = 60;
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "zh", "ja", "ar");

    @TempDir
    Path folder;

    @Test
    void aYearOfTalkIsWrittenAsLargeAsItIsWanted() throws IOException {
        Path data = folder.resolve("demo");
        Demo.make(data, MESSAGES, LARGEST);
        try (House house = new House(data, new Hours(0))) {
            assertThat(count(house, "FROM account")).isEqualTo(30);
            assertThat(count(house, "FROM room")).isEqualTo(40);
            assertThat(count(house, "FROM room WHERE archived_at IS NOT NULL")).isPositive();
            assertThat(count(house, "FROM event WHERE type = 'message'")).isCloseTo(MESSAGES, within(BY_CHANCE));
            assertThat(count(
                            house,
                            "FROM event e JOIN room r ON r.log = e.log WHERE type = 'message' AND r.name = 'Everyone'"))
                    .isCloseTo(LARGEST, within(BY_CHANCE));
            assertThat(count(house, "FROM file WHERE message IS NOT NULL")).isPositive();
            assertThat(count(house, "FROM reply")).isPositive();
            List<String> said = said(house);
            assertThat(LANGUAGES)
                    .allSatisfy(language -> assertThat(lines(language))
                            .as(language)
                            .anyMatch(line -> said.stream().anyMatch(each -> each.contains(line))));
        }
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        Demo.main(new String[] {folder.toString(), "1", "1"});
        assertThat(mine).hasContent("mine");
    }

    private static List<String> said(House house) {
        return house.jdbi.withHandle(handle -> handle.select("SELECT body FROM event WHERE type = 'message'")
                .mapTo(String.class)
                .list());
    }

    /** Those that are the same each time. */
    private static List<String> lines(String language) {
        return Script.of(language).exchanges().stream()
                .flatMap(List::stream)
                .map(Line::text)
                .filter(text -> text.chars().noneMatch(each -> "{\"\\\n".indexOf(each) >= 0))
                .toList();
    }

    private static long count(House house, String what) {
        return house.jdbi.withHandle(handle ->
                handle.select("SELECT COUNT(*) " + what).mapTo(Long.class).one());
    }
}
