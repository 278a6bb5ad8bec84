package org.holdfast.profile;

import jakarta.json.JsonValue;
import org.holdfast.wire.Fields;

/**
 * What a person wants otherwise of when it is quiet: what is not named stays, and null takes back what was wanted.
 *
 * @param now when that is, ms
 */
public record QuietChange(Fields fields, long now) {
    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    Quiet of(Quiet before) {
        return new Quiet(
                isShown() ? doNotDisturb() : before.doNotDisturb(),
                fields.value("quietHours") == null ? before.hours() : hours());
    }

    /** Whether it is of what others see. */
    boolean isShown() {
        return fields.value("doNotDisturb") != null;
    }

    private DoNotDisturb doNotDisturb() {
        return isTakenBack("doNotDisturb")
                ? null
                : new DoNotDisturb(Lifetime.until(fields.object("doNotDisturb"), now));
    }

    private QuietHours hours() {
        return isTakenBack("quietHours") ? null : QuietHours.of(fields.object("quietHours"));
    }

    private boolean isTakenBack(String name) {
        return fields.value(name) == JsonValue.NULL;
    }
}
