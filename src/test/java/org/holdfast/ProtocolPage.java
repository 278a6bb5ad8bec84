package org.holdfast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What src/docs/protocol-v1.md demands, or the page of the event streams. */
record ProtocolPage(String text) {
    private static final Path PAGE = Path.of("src/docs/protocol-v1.md");
    private static final Path STREAMS = Path.of("src/docs/streams.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^##+ ([0-9.]+?)\\.? .*$");
    /** Up to the next one, or the end of its sentence, table cell or example. */
    private static final Pattern MUST =
            Pattern.compile("MUST (.*?)(?=\\bMUST|\\.\\s|\\||\\n\\s*\\n|$)", Pattern.DOTALL);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`|\\b(\\d{4})\\b");
    private static final String LIMITS = "7";

    /** A MUST, or a limit. */
    record Duty(String section, String words) {
        boolean isMeant(String held) {
            return held.startsWith(section + ": ") && words.contains(held.substring(section.length() + 2));
        }
    }

    /**
     * A row of section 7.
     *
     * @param words what is told to whoever reaches it: close codes, and what is set like code
     */
    record Limit(String what, List<String> settings, List<String> words) {}

    static ProtocolPage read() {
        return read(PAGE);
    }

    private static ProtocolPage read(Path page) {
        try {
            return new ProtocolPage(Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of both pages; the sections of the streams' are called {@code streams 1} and so on. */
    static List<Duty> allDuties() {
        var streams = read(STREAMS).musts().map(duty -> new Duty("streams " + duty.section(), duty.words()));
        return Stream.concat(read().duties(), streams).toList();
    }

    private Stream<Duty> duties() {
        return Stream.concat(musts(), limits().stream().map(limit -> new Duty(LIMITS, limit.what())));
    }

    private Stream<Duty> musts() {
        return sections().stream().flatMap(section -> musts(section, textOf(section)));
    }

    List<Limit> limits() {
        return ROW.matcher(textOf(LIMITS))
                .results()
                .skip(1)
                .map(row -> new Limit(row.group(1), settings(row.group(2)), words(row.group(3))))
                .toList();
    }

    private static Stream<Duty> musts(String section, String text) {
        return MUST.matcher(text)
                .results()
                .map(must ->
                        new Duty(section, must.group(1).replaceAll("\\s+", " ").strip()));
    }

    /** A name that begins with a dot replaces the end of the one before. */
    private static List<String> settings(String cell) {
        var names = new ArrayList<String>();
        for (var name : words(cell))
            names.add(name.startsWith(".") ? names.get(0).replaceFirst("\\.(per\\.)?[a-z]+$", name) : name);
        return names;
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
    }

    private List<String> sections() {
        return headings().stream().map(heading -> heading.group(1)).toList();
    }

    private String textOf(String section) {
        var headings = headings();
        var n = IntStream.range(0, headings.size())
                .filter(at -> headings.get(at).group(1).equals(section))
                .findFirst()
                .orElseThrow();
        return text.substring(
                headings.get(n).end(),
                n + 1 < headings.size() ? headings.get(n + 1).start() : text.length());
    }

    private List<MatchResult> headings() {
        return SECTION.matcher(text).results().toList();
    }
}
