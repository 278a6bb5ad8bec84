package org.holdfast.profile;

import org.holdfast.wire.Fields;

/** For how long something is so that ends by itself. */
final class Lifetime {
    private static final long MOST_MILLIS = 366L * 24 * 3_600_000;

    private Lifetime() {}

    /** @return null: until it is said otherwise. @throws org.holdfast.wire.Refusal {@code bad_field} */
    static Long until(Fields fields, long now) {
        if (!fields.has("lifetime")) return null;
        long lifetime = fields.number("lifetime");
        if (lifetime < 1 || lifetime > MOST_MILLIS) throw Fields.bad("lifetime", "must be from 1 ms to a year");
        return now + lifetime;
    }
}
