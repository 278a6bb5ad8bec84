package org.holdfast.message;

import jakarta.json.JsonObject;

/**
 * A file that came with a message, as the message says.
 *
 * @param isImage whether it is shown as one: it has a size in pixels
 */
public record MessageFile(String name, boolean isImage) {
    static MessageFile of(JsonObject file) {
        return new MessageFile(file.getString("name"), file.containsKey("width"));
    }
}
