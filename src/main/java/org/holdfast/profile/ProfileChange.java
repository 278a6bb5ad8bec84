package org.holdfast.profile;

import org.holdfast.wire.Fields;
import org.holdfast.wire.Name;

/**
 * What a person wants to be otherwise of how they show themself.
 *
 * @param displayName null: stays
 * @param about null: stays
 */
public record ProfileChange(String displayName, String about) {
    private static final int MOST_ABOUT = 200;
    private static final int MOST_READ = 1_000;

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static ProfileChange of(Fields fields) {
        String name = fields.has("displayName")
                ? Name.of("displayName", fields.text("displayName", 0, MOST_READ))
                        .text()
                : null;
        return new ProfileChange(name, fields.has("about") ? Line.of(fields, "about", MOST_ABOUT) : null);
    }
}
