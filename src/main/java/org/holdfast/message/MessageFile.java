package org.holdfast.message;

import jakarta.json.JsonObject;

/**
 * A file that came with a message, as the message says.
 *
 * @param width in pixels, as its height; 0: it is not shown as an image
 */
public record MessageFile(String id, String name, int width, int height) {
    static MessageFile of(JsonObject file) {
        return new MessageFile(
                file.getString("id"), file.getString("name"), file.getInt("width", 0), file.getInt("height", 0));
    }

    public boolean isImage() {
        return width > 0;
    }
}
