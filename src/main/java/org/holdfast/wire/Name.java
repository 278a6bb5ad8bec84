package org.holdfast.wire;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A name of a person or a room: 1 to 60 characters, none of them invisible, no heap of marks. Names with equal keys are the same name. */
public record Name(String text) {

    private static final int MOST = 60;

    /** Letters to Unicode, nothing to the eye: the fillers of Hangul, and Braille's empty cell. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    /** More than any language needs on one letter; stacked higher, they are painted over what stands above. */
    private static final Pattern HEAP_OF_MARKS = Pattern.compile("\\p{M}{6}");

    private static final Pattern NOTHING_BUT_MARKS = Pattern.compile("[\\p{M}\\s]*");

    /** @throws Refusal {@code bad_field}, which names the member that it came in */
    public static Name of(String member, String text) {
        Name name = new Name(Normalizer.normalize(text, Normalizer.Form.NFC).strip());
        if (name.text.isEmpty() || name.text.length() > MOST || name.key().length() > MOST) {
            throw Fields.bad(member, "must have 1 to " + MOST + " characters");
        }
        if (name.text.codePoints().anyMatch(Name::isInvisible)) {
            throw Fields.bad(member, "must not have control or invisible characters");
        }
        if (HEAP_OF_MARKS.matcher(name.text).find()
                || NOTHING_BUT_MARKS.matcher(name.text).matches()) {
            throw Fields.bad(member, "must have letters, and few marks on each");
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
            default -> BLANK_LETTERS.contains(character);
        };
    }
}
