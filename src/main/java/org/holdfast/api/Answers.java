package org.holdfast.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdfast.account.Login;
import org.holdfast.command.Commands;
import org.holdfast.delivery.Caller;
import org.holdfast.wire.Code;
import org.holdfast.wire.Frame;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** The commands of one request, and their answers in the order in which they come. */
final class Answers {
    private static final long RETRY_MILLIS = 1_000;

    private final Login login;
    private final String session;
    private final Consumer<String> complete;
    private final AtomicInteger postsInFlight = new AtomicInteger();

    // Guarded by this: answers come from the thread that commits, too.
    private final List<String> frames = new ArrayList<>();
    private final Set<Asked> unanswered = new LinkedHashSet<>();

    /**
     * @param session null: none was named
     * @param complete is given the array of all answers, once; does not block
     */
    Answers(Login login, String session, Consumer<String> complete) {
        this.login = login;
        this.session = session;
        this.complete = complete;
    }

    void carryOut(List<Frame> asked, Commands commands) {
        // All of them first: it must not be complete before the last one is begun.
        List<Asked> all = asked.stream().map(Asked::new).toList();
        synchronized (this) {
            unanswered.addAll(all);
        }
        all.forEach(one -> commands.carryOut(one, one.frame));
        if (all.isEmpty()) complete.accept("[]");
    }

    /** It took too long: what is not answered is refused, and may be sent again. What was taken goes on. */
    String cut() {
        synchronized (this) {
            Refusal late = new Refusal(Code.BUSY, "This took too long; send it again.", RETRY_MILLIS);
            unanswered.forEach(one -> frames.add(Frames.refused(Commands.idOf(one.frame), late)));
            unanswered.clear();
            return whole();
        }
    }

    private void answered(Asked one, String answer) {
        String whole;
        synchronized (this) {
            if (!unanswered.remove(one)) return;
            if (answer != null) frames.add(answer);
            if (!unanswered.isEmpty()) return;
            whole = whole();
        }
        complete.accept(whole);
    }

    private String whole() {
        return "[" + String.join(",", frames) + "]";
    }

    /** One command, as whoever carries it out sees its sender. */
    private final class Asked implements Caller {
        private final Frame frame;

        Asked(Frame frame) {
            this.frame = frame;
        }

        @Override
        public Login login() {
            return login;
        }

        @Override
        public String session() {
            return session;
        }

        @Override
        public boolean isWelcomed() {
            return true;
        }

        @Override
        public void reply(String answer) {
            answered(this, answer);
        }

        @Override
        public void done() {
            answered(this, null);
        }

        @Override
        public AtomicInteger postsInFlight() {
            return postsInFlight;
        }
    }
}
