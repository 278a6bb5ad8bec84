package org.holdfast.backplane;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That something happened at a node.
 *
 * @param kind a word
 * @param about what it happened to, a word: of hints of a kind about the same only the newest need be told
 * @param text in one line
 */
public record Hint(String kind, String about, String text) {
    /** A text may have line separators of Unicode's in it, which do not end a line here. */
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (.*)", Pattern.DOTALL);

    String key() {
        return kind + " " + about;
    }

    String line() {
        return key() + " " + text;
    }

    /** @return empty: it is of another version of Holdfast */
    static Optional<Hint> of(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Hint(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }
}
