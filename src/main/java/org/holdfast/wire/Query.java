package org.holdfast.wire;

import java.util.function.UnaryOperator;

/**
 * The parameters of a URL, checked as they are read, as {@link Fields} are.
 *
 * @param values gives a parameter by its name; null: it is not there
 */
public record Query(UnaryOperator<String> values) {
    private static final long MOST = (1L << 53) - 1;

    public boolean has(String name) {
        return values.apply(name) != null;
    }

    /** A text of so many UTF-16 units. */
    public String text(String name, int least, int most) {
        String text = textOr(name, most, "");
        if (text.length() < least) throw Fields.bad(name, "must have " + least + " to " + most + " characters");
        return text;
    }

    public String textOr(String name, int most, String otherwise) {
        String text = values.apply(name);
        if (text != null && text.length() > most)
            throw Fields.bad(name, "must have at most " + most + " characters in a URL");
        return text == null ? otherwise : text;
    }

    /** A whole number, as one in {@link Fields}. */
    public long numberOr(String name, long otherwise) {
        String text = values.apply(name);
        if (text == null) return otherwise;
        long number = text.matches("[0-9]{1,16}") ? Long.parseLong(text) : -1;
        if (number < 0 || number > MOST) throw Fields.bad(name, "must be a whole number from 0 to " + MOST);
        return number;
    }

    /** How many of a list are wanted at most: from 1 to {@code most}. */
    public int limitOr(int usual, int most) {
        long limit = numberOr("limit", usual);
        if (limit < 1 || limit > most) throw Fields.bad("limit", "must be from 1 to " + most);
        return (int) limit;
    }
}
