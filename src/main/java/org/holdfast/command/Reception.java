package org.holdfast.command;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** Takes what came on a connection, in order. Whoever sends too much that is no frames, or comes too fast for too long, is closed. */
final class Reception {
    private static final int MOST_BAD_FRAMES = 5;
    private static final int MOST_TOO_FAST = 1_000;

    private Reception() {}

    /**
     * Never throws: a refusal is an answer. Nothing is carried out for a connection whose end is decided, be it by a command before in the same
     * text.
     *
     * @param reader throws a {@link Refusal}: it is no frames
     * @param obey gives the code with which one was refused, and told so; null: it was not
     */
    static <T> void take(Subscriber sender, Supplier<List<T>> reader, Function<T, Code> obey) {
        if (sender.isEnding()) return;
        sender.heard(Uptime.millis());
        for (T one : read(sender, reader)) if (!sender.isEnding()) count(sender, obey.apply(one));
    }

    private static <T> List<T> read(Subscriber sender, Supplier<List<T>> reader) {
        try {
            List<T> read = reader.get();
            sender.conduct().goodFrame();
            return read;
        } catch (Refusal refusal) {
            sender.reply(Frames.refused(null, refusal));
            if (sender.conduct().badFrame() >= MOST_BAD_FRAMES) sender.closeAfterReplies(CloseCode.POLICY);
            return List.of();
        }
    }

    private static void count(Subscriber sender, Code refused) {
        // Told so often, and not slower: it does not listen.
        if (refused != Code.RATE_LIMITED) sender.conduct().inPace();
        else if (sender.conduct().tooFast() >= MOST_TOO_FAST) sender.closeAfterReplies(CloseCode.RATE_LIMITED);
    }
}
