package org.holdfast.websocket;

import org.holdfast.wire.Text;

/** Makes frames of texts. Those who are at the same position are sent the same text one after the other: its frame is made once. */
final class TextFrames {
    /** The newest. Lanes race for it: who loses makes a frame of its own, and nothing more. */
    private volatile TextFrame newest = TextFrame.of(new Text(""));

    /** The same object is meant, not an equal one: comparing texts would cost what it saves. */
    TextFrame of(Text text) {
        // A welcome between two who are sent the same must not take its place.
        if (!text.isShared()) return TextFrame.of(text);
        TextFrame frame = newest;
        if (frame.text() == text) return frame;
        TextFrame made = TextFrame.of(text);
        newest = made;
        return made;
    }
}
