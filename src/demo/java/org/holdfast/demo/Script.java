package org.holdfast.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is talked about in one language: exchanges of a few lines, and the words that fill their gaps.
 *
 * @param words by gap: {@code {thing}}, and {@code {thing2}} for another of the kind
 */
record Script(Map<String, List<String>> words, List<List<Line>> exchanges) {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)\\d?\\}");
    private static final String NUMBER = "number";
    private static final int MOST_NUMBER = 97;

    static Script of(String language) {
        String[] parts = read(language + ".txt").split("---\n");
        Map<String, List<String>> words = parts[0].lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> Arrays.asList(pair[1].strip().split(" \\| "))));
        List<List<Line>> exchanges = Arrays.stream(parts[1].strip().split("\n\n"))
                .map(lines -> lines.lines().map(Line::of).toList())
                .toList();
        return new Script(words, exchanges);
    }

    static String read(String name) {
        try (InputStream stream = Script.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    List<Line> any(Random random) {
        return exchanges.get(random.nextInt(exchanges.size()));
    }

    /** @param known the gaps that were filled before, in this exchange; grows */
    String fill(String text, Map<String, String> known, Random random) {
        String filled = GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(
                        known.computeIfAbsent(gap.group(), missing -> word(gap.group(1), random))));
        return text.startsWith("{") ? filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1) : filled;
    }

    private String word(String gap, Random random) {
        if (gap.equals(NUMBER)) return String.valueOf(2 + random.nextInt(MOST_NUMBER));
        List<String> all = words.get(gap);
        if (all == null) throw new IllegalStateException("No words for {" + gap + "}");
        return all.get(random.nextInt(all.size()));
    }
}
