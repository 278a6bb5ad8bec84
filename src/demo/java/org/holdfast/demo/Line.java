package org.holdfast.demo;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an exchange.
 *
 * @param voice A, B or C
 * @param marks what happens with it: {@code +👍} reactions, {@code >} it answers the first, {@code *} it is pinned, {@code ~} it is
 *     mended afterwards, {@code pic} and {@code file:name} come with it
 */
record Line(String voice, String text, List<String> marks) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z]): (.*?)(?: \\| ((?:(?:\\+\\S+|[>*~]|pic|file:\\S+)\\s*)+))?");

    static Line of(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) throw new IllegalStateException("No line of an exchange: " + line);
        String marks = parts.group(3) == null ? "" : parts.group(3).strip();
        return new Line(parts.group(1), parts.group(2).replace("\\n", "\n"), Arrays.asList(marks.split(" ")));
    }

    boolean has(String mark) {
        return marks.contains(mark);
    }

    /** What follows a mark; empty: it is not there. */
    String after(String mark) {
        return marks.stream()
                .filter(each -> each.startsWith(mark))
                .map(each -> each.substring(mark.length()))
                .findFirst()
                .orElse("");
    }

    /** Each as often as somebody reacts with it. */
    List<String> reactions() {
        return Pattern.compile("\\X")
                .matcher(after("+"))
                .results()
                .map(result -> result.group())
                .toList();
    }
}
