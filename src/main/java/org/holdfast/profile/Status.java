package org.holdfast.profile;

import org.holdfast.wire.Emoji;
import org.holdfast.wire.Fields;
import org.holdfast.wire.JsonText;

/**
 * What a person says of themself for a while.
 *
 * @param emoji may be empty
 * @param text one line, may be empty
 * @param until null: until they say something else
 */
public record Status(String emoji, String text, Long until) {
    private static final int MOST_TEXT = 100;
    private static final int MOST_EMOJI = 32;

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static Status of(Fields fields, long now) {
        return new Status(emoji(fields), Line.of(fields, "text", MOST_TEXT), Lifetime.until(fields, now));
    }

    private static String emoji(Fields fields) {
        String emoji = fields.textOr("emoji", MOST_EMOJI, "");
        return emoji.isEmpty() ? "" : Emoji.of(emoji).text();
    }

    boolean isNone() {
        return emoji.isEmpty() && text.isEmpty();
    }

    String json() {
        return "{\"emoji\":" + JsonText.quote(emoji) + ",\"text\":" + JsonText.quote(text)
                + (until == null ? "" : ",\"until\":" + until) + "}";
    }
}
