package org.holdfast.wire;

import java.text.Normalizer;
import java.util.Locale;

/** A name of a person or a room: 1 to 60 characters, none of them invisible. Names with equal keys are the same name. */
public record Name(String text) {

    private static final int MOST = 60;

    /** @throws Refusal {@code bad_field}, which names the member that it came in */
    public static Name of(String member, String text) {
        Name name = new Name(Normalizer.normalize(text, Normalizer.Form.NFC).strip());
        if (name.text.isEmpty() || name.text.length() > MOST || name.key().length() > MOST) {
            throw Fields.bad(member, "must have 1 to " + MOST + " characters");
        }
        if (name.text.codePoints().anyMatch(Name::isInvisible)) {
            throw Fields.bad(member, "must not have control or invisible characters");
        }
        return name;
    }

    /** Folded, so that nobody can pass for another by case or by wide letters. One character may become 18 in it. */
    public String key() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            // Zero-width and direction marks among FORMAT: "ann" with one looks like "ann".
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
