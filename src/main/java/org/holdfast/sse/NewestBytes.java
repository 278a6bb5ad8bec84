package org.holdfast.sse;

import java.util.function.Function;
import org.holdfast.wire.Text;

/** The bytes of the newest text. Readers at the same position are sent the same text one after the other; who loses a race makes its own. */
final class NewestBytes {
    private record Written(Text text, byte[] bytes) {}

    private volatile Written newest = new Written(new Text(""), new byte[0]);

    /** @return shared: nobody writes into them */
    byte[] of(Text text, Function<Text, byte[]> write) {
        if (!text.isShared()) return write.apply(text);
        Written written = newest;
        // The same object is meant: comparing what is in two would cost more than it saves.
        if (written.text() != text) newest = written = new Written(text, write.apply(text));
        return written.bytes();
    }
}
