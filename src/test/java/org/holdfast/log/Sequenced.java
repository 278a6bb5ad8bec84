package org.holdfast.log;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The sequences in a text of frames. */
public final class Sequenced {
    private static final Pattern EVENT = Pattern.compile("\"log\":(\\d+),\"sequence\":(\\d+)");

    private Sequenced() {}

    public static List<Long> in(String text) {
        return EVENT.matcher(text)
                .results()
                .map(match -> Long.valueOf(match.group(2)))
                .toList();
    }

    /** Those of one log. */
    public static List<Long> of(long log, String text) {
        return EVENT.matcher(text)
                .results()
                .filter(match -> match.group(1).equals("" + log))
                .map(match -> Long.valueOf(match.group(2)))
                .toList();
    }

    public static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
