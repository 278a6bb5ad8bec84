package org.holdfast.search;

import org.holdfast.message.MessageFile;
import org.holdfast.wire.JsonText;

/**
 * A file of a message that was found.
 *
 * @param name the part of its name where something was found
 */
record FoundFile(MessageFile file, Snippet name) {
    String json() {
        return "{\"id\":" + JsonText.quote(file.id()) + "," + name.json("name") + size() + "}";
    }

    private String size() {
        return file.isImage() ? ",\"width\":" + file.width() + ",\"height\":" + file.height() : "";
    }
}
