package org.holdfast.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.wire.JsonText;

/**
 * The part of a text where something was found.
 *
 * @param ranges of what was found, in it
 */
record Snippet(String text, List<Range> ranges) {
    private static final int LONGEST = 240;

    /** What is shown of the text before the first. */
    private static final int LEAD = 60;

    static Snippet of(String text, List<Looked> looked, Words analyzer) {
        List<Words.Word> words = analyzer.of(text);
        return around(
                text, looked.stream().flatMap(each -> each.in(words).stream()).toList());
    }

    /** @param ranges of what was found, in any order */
    static Snippet around(String text, List<Range> ranges) {
        List<Range> found = joined(ranges);
        if (text.length() <= LONGEST) return new Snippet(text, found);
        int first = found.isEmpty() ? 0 : Math.max(0, found.get(0).start() - LEAD);
        int start = whole(text, Math.min(first, text.length() - LONGEST));
        int end = whole(text, start + LONGEST);
        List<Range> seen = found.stream()
                .filter(range -> range.end() <= end)
                .map(range -> new Range(range.start() - start, range.end() - start))
                .toList();
        return new Snippet(text.substring(start, end), seen);
    }

    /** Half a character is none. */
    private static int whole(String text, int at) {
        boolean isWithin = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return isWithin ? at - 1 : at;
    }

    private static List<Range> joined(List<Range> ranges) {
        List<Range> joined = new ArrayList<>();
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || range.start() > last.end()) joined.add(range);
            else joined.set(joined.size() - 1, new Range(last.start(), Math.max(last.end(), range.end())));
        }
        return joined;
    }

    String json(String member) {
        return "\"" + member + "\":" + JsonText.quote(text) + ",\"ranges\":"
                + ranges.stream().map(Range::json).collect(Collectors.joining(",", "[", "]"));
    }
}
