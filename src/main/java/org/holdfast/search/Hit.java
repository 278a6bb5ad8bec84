package org.holdfast.search;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.log.Event;
import org.holdfast.wire.JsonText;

/**
 * A message that was found.
 *
 * @param title what its room is called, for the one who asked
 */
public record Hit(Event message, String title, Snippet text, List<FoundFile> files) {
    /** The <i>hit</i> of protocol section 6.6. */
    public String json() {
        return "{\"room\":" + message.log() + ",\"title\":" + JsonText.quote(title) + ",\"sequence\":"
                + message.sequence() + ",\"at\":" + message.at() + ",\"author\":{\"id\":"
                + message.author().id() + ",\"name\":"
                + JsonText.quote(message.author().name()) + "},"
                + text.json("text")
                + ",\"files\":"
                + files.stream().map(FoundFile::json).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }
}
