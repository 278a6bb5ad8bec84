package org.holdfast.stream;

import java.util.regex.Pattern;
import org.holdfast.wire.Fields;

/** A topic that an administrator asks for. */
public record TopicDraft(
        String name, boolean isDurable, long keepEvents, long keepMillis, boolean isPublic, Publishers publishers) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final int MOST_NAME = 60;

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static TopicDraft of(Fields fields) {
        String name = fields.text("name", 1, MOST_NAME);
        if (!NAME.matcher(name).matches())
            throw Fields.bad("name", "must be made of a-z, 0-9, '.', '_' and '-', and begin with a letter or digit");
        return new TopicDraft(
                name,
                fields.flagOr("durable", true),
                fields.numberOr("keepEvents", 0),
                fields.numberOr("keepMillis", 0),
                fields.flagOr("public", false),
                Publishers.of(fields.textOr("publishers", MOST_NAME, "tokens")));
    }

    Topic at(long log) {
        return new Topic(log, name, isDurable, keepEvents, keepMillis, isPublic, publishers);
    }
}
