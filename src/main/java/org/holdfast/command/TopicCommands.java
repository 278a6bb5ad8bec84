package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.holdfast.delivery.Subscriber;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.stream.Publication;
import org.holdfast.stream.Topic;
import org.holdfast.wire.BinaryMessage;
import org.holdfast.wire.Code;
import org.holdfast.wire.Frame;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** What a connection to a topic may ask: {@code emit} and {@code ping}. The streams page, section 5. */
@ApplicationScoped
public class TopicCommands {
    private static final long RETRY_MILLIS = 1_000;

    private final Commands commands;
    private final Ping ping;
    private final Emit emit;
    private final int mostInFlight;

    @Inject
    public TopicCommands(Commands commands, Ping ping, Emit emit, Settings settings) {
        this.commands = commands;
        this.ping = ping;
        this.emit = emit;
        this.mostInFlight = settings.number(Setting.POSTS_IN_FLIGHT);
    }

    /** For the container's proxy. */
    protected TopicCommands() {
        commands = null;
        ping = null;
        emit = null;
        mostInFlight = 0;
    }

    /** Never throws: a refusal is an answer. */
    public void receive(Subscriber sender, Topic topic, String text) {
        Reception.take(
                sender,
                () -> commands.read(text),
                frame -> carryOut(sender, frame, () -> Publication.of(frame.data()), topic));
    }

    /** Never throws: a refusal is an answer. */
    public void receive(Subscriber sender, Topic topic, byte[] message) {
        Reception.take(
                sender,
                () -> List.of(BinaryMessage.read(message)),
                binary -> carryOut(
                        sender,
                        binary.head(),
                        () -> Publication.of(binary.head().data(), binary.content()),
                        topic));
    }

    /** @return why it was refused at once; null: it was not */
    private Code carryOut(Subscriber sender, Frame frame, Supplier<Publication> publication, Topic topic) {
        String id = Commands.idOf(frame);
        try {
            switch (frame.type()) {
                case "emit" -> publish(sender, id, publication.get(), topic);
                case "ping" -> ping.carryOut(sender, frame.data());
                default -> throw new Refusal(Code.UNKNOWN_TYPE, "There is no command of that type.");
            }
            return null;
        } catch (RuntimeException e) {
            Refusal refusal = Commands.refusal(e);
            sender.reply(Frames.refused(id, refusal));
            return refusal.code();
        }
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
        if (error == null) sender.reply(Frames.frame("ack", ack));
        else sender.reply(Frames.refused(id, Commands.refusal(error)));
    }
}
