package org.holdfast.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds src/docs/settings.md against the catalogue. */
class SettingsPageTest {

    @Test
    void thePageHasARowForEverySettingInTheOrderOfTheCatalogue() throws IOException {
        List<String> rows;
        try (var lines = Files.lines(Path.of("src/docs/settings.md"))) {
            rows = lines.filter(line -> line.startsWith("| `holdfast.")).toList();
        }
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(SettingsPageTest::row)
                        .toList());
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.key(),
                        setting.environmentName(),
                        setting.meaning(),
                        setting.unit().isEmpty() ? "–" : setting.unit(),
                        setting.standard().isEmpty() ? "–" : "`" + setting.standard() + "`",
                        setting.zero().isEmpty() ? "–" : setting.zero());
    }
}
