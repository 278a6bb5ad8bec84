package org.holdfast.search;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.log.Event;
import org.holdfast.wire.JsonText;

/**
 * A message that was found.
 *
 * @param title what its room is called, for the one who asked
 * @param told the sequence of the event by which they were called last, if that is why it was found; 0: it is not
 */
public record Hit(Event message, String title, long told, Snippet text, List<FoundFile> files) {
    /** The <i>hit</i> of protocol section 6.6. */
    public String json() {
        return "{\"room\":" + message.log() + ",\"title\":" + JsonText.quote(title) + ",\"sequence\":"
                + message.sequence() + ",\"at\":" + message.at() + ",\"author\":{\"id\":"
                + message.author().id() + ",\"name\":"
                + JsonText.quote(message.author().name()) + "},"
                + (told > 0 ? "\"told\":" + told + "," : "")
                + text.json("text")
                + ",\"files\":"
                + files.stream().map(FoundFile::json).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }
}
