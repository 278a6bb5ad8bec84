package org.holdfast.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a text is code, as Markdown has it: between backticks, and in fences. What stands there calls nobody. */
final class CodeSpans {
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}(?=[^`]*$)|~{3,})");
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final char MASK = '`';

    private final String text;
    private final StringBuilder masked;

    private CodeSpans(String text) {
        this.text = text;
        this.masked = new StringBuilder(text);
    }

    /** The text, of the same length, with a backtick for each character of code. */
    static String masked(String text) {
        if (text.indexOf('`') < 0 && text.indexOf("~~~") < 0) return text;
        CodeSpans spans = new CodeSpans(text);
        spans.lines();
        return spans.masked.toString();
    }

    /** An inline span ends with its paragraph, a fence with one that is as long, or with the text. */
    private void lines() {
        String fence = null;
        int paragraph = 0;
        for (int from = 0; from < text.length(); from = lineEnd(from) + 1) {
            String line = text.substring(from, lineEnd(from));
            if (fence != null) mask(from, lineEnd(from));
            if (fence != null && closes(line, fence)) {
                fence = null;
                paragraph = lineEnd(from);
            } else if (fence == null && (opened(line) != null || line.isBlank())) {
                inline(paragraph, from);
                fence = opened(line);
                paragraph = from;
            }
        }
        if (fence == null) inline(Math.min(paragraph, text.length()), text.length());
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static String opened(String line) {
        Matcher fence = FENCE.matcher(line);
        return fence.find() ? fence.group(1) : null;
    }

    private static boolean closes(String line, String fence) {
        String end = line.strip();
        return end.length() >= fence.length() && end.chars().allMatch(each -> each == fence.charAt(0));
    }

    /** A run of backticks opens a span that the next run of the same length closes. */
    private void inline(int from, int to) {
        List<MatchResult> runs = new ArrayList<>(
                BACKTICKS.matcher(text).region(from, to).results().toList());
        while (!runs.isEmpty()) {
            MatchResult opening = runs.remove(0);
            int length = opening.end() - opening.start();
            for (int n = 0; n < runs.size(); n++) {
                MatchResult closing = runs.get(n);
                if (closing.end() - closing.start() != length) continue;
                mask(opening.end(), closing.start());
                runs.subList(0, n + 1).clear();
                break;
            }
        }
    }

    private void mask(int from, int to) {
        for (int at = from; at < to; at++) masked.setCharAt(at, MASK);
    }
}
