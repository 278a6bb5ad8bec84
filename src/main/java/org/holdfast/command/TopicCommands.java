package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.stream.Publication;
import org.holdfast.stream.Topic;
import org.holdfast.wire.BinaryMessage;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frame;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** What a connection to a topic may ask: {@code emit} and {@code ping}. The streams page, section 5. */
@ApplicationScoped
public class TopicCommands {
    private static final long RETRY_MILLIS = 1_000;

    private final Commands commands;
    private final Emit emit;
    private final int mostInFlight;

    @Inject
    public TopicCommands(Commands commands, Emit emit, Settings settings) {
        this.commands = commands;
        this.emit = emit;
        this.mostInFlight = settings.number(Setting.POSTS_IN_FLIGHT);
    }

    /** For the container's proxy. */
    protected TopicCommands() {
        commands = null;
        emit = null;
        mostInFlight = 0;
    }

    /** Never throws: a refusal is an answer. */
    public void receive(Subscriber sender, Topic topic, String text) {
        for (Frame frame : read(sender, () -> commands.read(text)))
            obey(sender, frame, () -> Publication.of(frame.data()), topic);
    }

    /** Never throws: a refusal is an answer. */
    public void receive(Subscriber sender, Topic topic, byte[] message) {
        for (BinaryMessage binary : read(sender, () -> List.of(BinaryMessage.read(message))))
            obey(sender, binary.head(), () -> Publication.of(binary.head().data(), binary.content()), topic);
    }

    private static <T> List<T> read(Subscriber sender, Supplier<List<T>> reader) {
        if (sender.isEnding()) return List.of();
        sender.heard(Uptime.millis());
        try {
            List<T> read = reader.get();
            sender.goodFrame();
            return read;
        } catch (Refusal refusal) {
            sender.reply(Frames.refused(null, refusal));
            if (sender.badFrame() >= Commands.MOST_BAD_FRAMES) sender.closeAfterReplies(CloseCode.POLICY);
            return List.of();
        }
    }

    private void obey(Subscriber sender, Frame frame, Supplier<Publication> publication, Topic topic) {
        // Its end is decided, be it by a command before in the same text.
        if (sender.isEnding()) return;
        String id = Commands.idOf(frame);
        try {
            switch (frame.type()) {
                case "emit" -> publish(sender, id, publication.get(), topic);
                case "ping" -> sender.reply(Frames.pong(n(frame.data()), System.currentTimeMillis()));
                default -> throw new Refusal(Code.UNKNOWN_TYPE, "There is no command of that type.");
            }
        } catch (RuntimeException e) {
            refuse(sender, id, Commands.refusal(e));
        }
    }

    private static long n(Fields data) {
        return data.has("n") ? data.number("n") : -1;
    }

    private void publish(Subscriber sender, String id, Publication publication, Topic topic) {
        if (sender.postsInFlight().incrementAndGet() > mostInFlight) {
            sender.postsInFlight().decrementAndGet();
            throw new Refusal(Code.BUSY, "Too many events wait for their answer.", RETRY_MILLIS);
        }
        try {
            emit.publish(topic, sender.login(), publication)
                    .whenComplete((ack, error) -> answer(sender, id, ack, error));
        } catch (RuntimeException e) {
            sender.postsInFlight().decrementAndGet();
            throw e;
        }
    }

    private static void answer(Subscriber sender, String id, String ack, Throwable error) {
        sender.postsInFlight().decrementAndGet();
        if (error != null) {
            refuse(sender, id, Commands.refusal(error));
        } else {
            sender.inPace();
            sender.reply(Frames.frame("ack", ack));
        }
    }

    private static void refuse(Subscriber sender, String id, Refusal refusal) {
        sender.reply(Frames.refused(id, refusal));
        // Told so often, and not slower: it does not listen.
        if (refusal.code() != Code.RATE_LIMITED) sender.inPace();
        else if (sender.tooFast() >= Commands.MOST_TOO_FAST) sender.closeAfterReplies(CloseCode.RATE_LIMITED);
    }
}
