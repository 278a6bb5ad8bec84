package org.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of the server, of the protocol's page and of the library are the same. */
class CodesTest {
    private static final Path PAGE = Path.of("src/docs/protocol-v1.md");
    private static final Path LIBRARY = Path.of("webapp/holdfast/codes.js");

    @Test
    void theProtocolNamesEachCodeAndWhetherItIsRetryable() throws IOException {
        Map<String, String> page = rows("\\| `([a-z_]+)` \\| (yes|no) \\|.*");
        assertThat(page).isEqualTo(each(Code.values(), Code::wireName, code -> code.retryable() ? "yes" : "no"));
    }

    @Test
    void theProtocolNamesTheStatusOfEachCode() throws IOException {
        String line = Files.readAllLines(PAGE).stream()
                .filter(text -> text.startsWith("Status by code:"))
                .findFirst()
                .orElseThrow();
        Map<String, String> page = new TreeMap<>();
        find("((?:`[a-z_]+` )+)(\\d{3})", line)
                .forEach(group ->
                        find("`([a-z_]+)`", group.group(1)).forEach(name -> page.put(name.group(1), group.group(2))));
        assertThat(page).isEqualTo(each(Code.values(), Code::wireName, code -> "" + code.status()));
    }

    @Test
    void theProtocolNamesEachCloseCodeAndWhatTheClientDoes() throws IOException {
        Map<String, String> page = rows("\\| (\\d{4} \\| `[a-z_]+`) \\| (yes|no|log in) \\|.*");
        assertThat(page)
                .isEqualTo(each(
                        CloseCode.values(),
                        code -> code.number() + " | `" + code.wireName() + "`",
                        code -> Map.of(
                                        CloseCode.Reconnect.YES, "yes",
                                        CloseCode.Reconnect.NO, "no",
                                        CloseCode.Reconnect.LOGIN, "log in")
                                .get(code.reconnect())));
    }

    @Test
    void theLibraryKnowsTheSameCodesByTheSameRules() throws IOException {
        Map<String, String> refusals = library("([a-z_]+): \\{ retryable: (true|false) \\}", "refusalCodes");
        assertThat(refusals).isEqualTo(each(Code.values(), Code::wireName, code -> "" + code.retryable()));
        Map<String, String> closes = library("(\\d{4}: \\{ name: '[a-z_]+'), reconnect: '([a-z]+)' \\}", "closeCodes");
        assertThat(closes)
                .isEqualTo(each(
                        CloseCode.values(),
                        code -> code.number() + ": { name: '" + code.wireName() + "'",
                        code -> code.reconnect().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> library(String entry, String table) throws IOException {
        String text = Files.readString(LIBRARY);
        int begin = text.indexOf("export const " + table + " ");
        return find(entry, text.substring(begin, text.indexOf("});", begin)))
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> rows(String row) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(Pattern.compile(row)::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (a, b) -> a, TreeMap::new));
    }

    private static <T> Map<String, String> each(T[] codes, Function<T, String> name, Function<T, String> value) {
        return Arrays.stream(codes).collect(Collectors.toMap(name, value, (a, b) -> a, TreeMap::new));
    }

    private static Stream<MatchResult> find(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }
}
