package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.delivery.Caller;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** Commands that are answered after their commit: so many of a connection may wait, and each is answered once. */
@ApplicationScoped
class Unanswered {
    static final int MOST_ID = 64;
    private static final long RETRY_MILLIS = 1_000;

    private final int most;

    @Inject
    Unanswered(Settings settings) {
        most = settings.number(Setting.POSTS_IN_FLIGHT);
    }

    /** For the container's proxy. */
    Unanswered() {
        most = 0;
    }

    /** The client message id, which the answer repeats. */
    static String id(Fields data) {
        return data.text("id", 1, MOST_ID);
    }

    /** @throws Refusal {@code busy} */
    void begin(Caller sender) {
        if (sender.postsInFlight().incrementAndGet() <= most) return;
        sender.postsInFlight().decrementAndGet();
        throw new Refusal(Code.BUSY, "Too many messages wait for their answer.", RETRY_MILLIS);
    }

    /** After {@link #begin}. @param answer makes the frame that says that it is done */
    <T> void await(Caller sender, Supplier<CompletionStage<T>> write, Function<T, String> answer, String id) {
        try {
            write.get().whenComplete((done, error) -> {
                sender.postsInFlight().decrementAndGet();
                sender.reply(error == null ? answer.apply(done) : Frames.refused(id, Commands.refusal(error)));
            });
        } catch (RuntimeException e) {
            sender.postsInFlight().decrementAndGet();
            throw e;
        }
    }
}
