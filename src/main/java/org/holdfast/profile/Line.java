package org.holdfast.profile;

import org.holdfast.wire.Fields;

/** One line of plain text that somebody wrote. */
final class Line {
    private Line() {}

    /** Not there: empty. @throws org.holdfast.wire.Refusal {@code bad_field} */
    static String of(Fields fields, String name, int most) {
        return of(name, fields.textOr(name, most, ""));
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    static String of(String name, String given) {
        String text = given.strip();
        if (text.codePoints().anyMatch(Line::breaksIt)) throw Fields.bad(name, "must be one line");
        return text;
    }

    private static boolean breaksIt(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
