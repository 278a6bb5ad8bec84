package org.holdfast.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** Reads what somebody looks for as they wrote it, in one pass: protocol section 6.6. */
final class WantedReader {
    private static final int MOST_PARTS = 20;
    private static final Set<String> FILTERS = Set.of("from", "in", "before", "after", "has");
    private static final Set<String> THINGS = Set.of("file", "image", "link");

    /** Those of Chinese keyboards too. */
    private static final String QUOTES = "\"\u201c\u201d\u201e\u300c\u300d";

    private static final String COLONS = ":\uff1a";
    private static final String MINUSES = "-\uff0d";

    private final String text;
    private final ZoneId zone;
    private final Wanted.Traits all = new Wanted.Traits();
    private final Wanted.Traits none = new Wanted.Traits();
    private long since = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;
    private int place;
    private int parts;

    private WantedReader(String text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    /** @param zone where days begin. @throws Refusal {@code bad_field} */
    static Wanted read(String text, ZoneId zone) {
        WantedReader reader = new WantedReader(text, zone);
        while (reader.skipSpace()) reader.part();
        if (reader.parts == 0) throw bad("says nothing to look for");
        return new Wanted(reader.all, reader.none, reader.since, reader.until);
    }

    private boolean skipSpace() {
        while (place < text.length() && isSpace(text.charAt(place))) place++;
        return place < text.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private void part() {
        if (++parts > MOST_PARTS) throw bad("must have at most " + MOST_PARTS + " parts");
        boolean isTurned = isTurned();
        if (isTurned) place++;
        String filter = filter();
        if (filter != null) apply(filter, named(filter), isTurned);
        else if (isTurned) none.phrases().add(new Wanted.Phrase(value(), false));
        else all.phrases().add(phrase());
    }

    /** Two of them begin an option of some program: that is a word. */
    private boolean isTurned() {
        if (!isMinus(place) || place + 1 == text.length()) return false;
        return !isMinus(place + 1) && !isSpace(text.charAt(place + 1));
    }

    private boolean isMinus(int at) {
        return MINUSES.indexOf(text.charAt(at)) >= 0;
    }

    private Wanted.Phrase phrase() {
        boolean isQuoted = isQuote(place);
        String value = value();
        return new Wanted.Phrase(value, !isQuoted && place == text.length());
    }

    private String named(String filter) {
        String value = value();
        if (value.isBlank()) throw bad("has nothing after " + filter + ":");
        return value;
    }

    /** The filter that begins here, if there is one; the place is after its colon then. */
    private String filter() {
        int end = place;
        while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
        String name = text.substring(place, end).toLowerCase(Locale.ROOT);
        if (end == text.length() || COLONS.indexOf(text.charAt(end)) < 0 || !FILTERS.contains(name)) return null;
        place = end + 1;
        return name;
    }

    private boolean isQuote(int at) {
        return at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0;
    }

    /** What is in quotes, or else a word. Quotes that are still open end with the text. */
    private String value() {
        boolean isQuoted = isQuote(place);
        int begin = isQuoted ? ++place : place;
        while (place < text.length() && !isQuote(place) && (isQuoted || !isSpace(text.charAt(place)))) place++;
        String value = text.substring(begin, place);
        if (isQuoted && place < text.length()) place++;
        return value;
    }

    private void apply(String filter, String value, boolean isTurned) {
        Wanted.Traits traits = isTurned ? none : all;
        switch (filter) {
            case "from" -> traits.from().add(value.startsWith("@") ? value.substring(1) : value);
            case "in" -> traits.in().add(value.startsWith("#") ? value.substring(1) : value);
            case "before" -> narrow(day(filter, value), isTurned);
            case "after" -> narrow(day(filter, value), !isTurned);
            default -> traits.has().add(thing(value));
        }
    }

    /** What is not before a day is of that day, or later. */
    private void narrow(long day, boolean isBegin) {
        if (isBegin) since = Math.max(since, day);
        else until = Math.min(until, day);
    }

    private long day(String filter, String value) {
        try {
            return LocalDate.parse(value).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException none) {
            throw bad("wants a day after " + filter + ":, such as 2026-01-31");
        }
    }

    private static String thing(String value) {
        String thing = value.toLowerCase(Locale.ROOT);
        if (!THINGS.contains(thing)) throw bad("wants has:file, has:image or has:link");
        return thing;
    }

    private static Refusal bad(String rule) {
        return Fields.bad("q", rule);
    }
}
