package org.holdfast.message;

import org.holdfast.wire.Fields;
import org.holdfast.wire.JsonText;

/**
 * What somebody has written and not sent.
 *
 * @param thread the message whose thread it is for; 0: for the room itself
 * @param text empty: there is none any more
 */
public record MessageDraft(long room, long thread, String text) {
    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public MessageDraft {
        if (text.indexOf('\0') >= 0) throw Fields.bad("text", "must not have a NUL character");
    }

    public String json() {
        return "{" + place() + ",\"text\":" + JsonText.quote(text) + "}";
    }

    /** Of the event: what was never sent must not stand in a log for ever. */
    String eventBody() {
        return "{" + place() + (text.isEmpty() ? ",\"gone\":true}" : "}");
    }

    private String place() {
        return "\"room\":" + room + (thread == 0 ? "" : ",\"thread\":" + thread);
    }
}
