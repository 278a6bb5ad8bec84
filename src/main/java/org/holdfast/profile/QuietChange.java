package org.holdfast.profile;

import jakarta.json.JsonValue;
import org.holdfast.wire.Fields;

/**
 * What a person wants otherwise of what they are told and shown as: what is not named stays, and null takes back what was wanted.
 *
 * @param now when that is, ms
 */
public record QuietChange(Fields fields, long now) {
    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    Quiet of(Quiet before) {
        return new Quiet(
                isShown() ? doNotDisturb() : before.doNotDisturb(),
                fields.value("quietHours") == null ? before.hours() : hours(),
                isOfPresence() ? shownAs() : before.shownAs(),
                fields.value("words") == null ? before.words() : AlertWords.of(fields));
    }

    /** Whether it is of what others see in the profile. */
    boolean isShown() {
        return fields.value("doNotDisturb") != null;
    }

    /** Whether it is of how present others see the person. */
    boolean isOfPresence() {
        return fields.value("shownAs") != null;
    }

    private DoNotDisturb doNotDisturb() {
        return isTakenBack("doNotDisturb")
                ? null
                : new DoNotDisturb(Lifetime.until(fields.object("doNotDisturb"), now));
    }

    private QuietHours hours() {
        return isTakenBack("quietHours") ? null : QuietHours.of(fields.object("quietHours"));
    }

    private ShownAs shownAs() {
        return isTakenBack("shownAs") ? null : ShownAs.of(fields);
    }

    private boolean isTakenBack(String name) {
        return fields.value(name) == JsonValue.NULL;
    }
}
