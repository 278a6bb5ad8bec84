package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Subscriber;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frame;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** Takes what a client sent, and has each command carried out in order. */
@ApplicationScoped
public class Commands {
    private static final Logger LOG = System.getLogger(Commands.class.getName());
    private static final int MOST_ID = 64;

    private final Map<String, Command> byType = new HashMap<>();
    private final Pace pace;
    private final int mostFrames;

    @Inject
    public Commands(Instance<Command> commands, Pace pace, Settings settings) {
        this((Iterable<Command>) commands, pace, settings);
    }

    Commands(Iterable<Command> commands, Pace pace, Settings settings) {
        this.pace = pace;
        commands.forEach(command -> byType.put(command.type(), command));
        mostFrames = settings.number(Setting.COMMANDS_PER_MESSAGE);
    }

    /** For the container's proxy. */
    protected Commands() {
        pace = null;
        mostFrames = 0;
    }

    /** A text came in. Never throws: a refusal is an answer, and a fault is logged with the reference that the sender is told. */
    public void receive(Subscriber sender, String text) {
        Reception.take(sender, () -> read(text), frame -> carryOut(sender, frame));
    }

    /** @throws Refusal it is no frames */
    public List<Frame> read(String text) {
        return FrameReader.read(text, mostFrames);
    }

    /**
     * Carries one command out, or begins to. Never throws: a refusal is an answer.
     *
     * @return why it was refused at once; null: it was not
     */
    public Code carryOut(Caller sender, Frame frame) {
        try {
            pace.take(sender.login().account().id());
            Command command = byType.get(frame.type());
            if (command == null) throw new Refusal(Code.UNKNOWN_TYPE, "There is no command of that type.");
            if (!sender.isWelcomed() && !(command instanceof Hello))
                throw new Refusal(Code.HELLO_REQUIRED, "Say hello first.");
            if (!sender.login().scope().covers(command.needs()))
                throw new Refusal(Code.FORBIDDEN, "This token only reads.");
            command.carryOut(sender, frame.data());
            return null;
        } catch (RuntimeException e) {
            Refusal refusal = refusal(e);
            sender.reply(Frames.refused(idOf(frame), refusal));
            return refusal.code();
        }
    }

    /** What the sender is told of an error: a refusal as it is, anything else by a reference to the server's log. */
    static Refusal refusal(Throwable error) {
        if (error instanceof CompletionException && error.getCause() != null) return refusal(error.getCause());
        if (error instanceof Refusal refusal) return refusal;
        String reference = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        LOG.log(Level.ERROR, "A command failed, reference " + reference, error);
        return new Refusal(Code.INTERNAL, "The server could not do this (reference " + reference + ").");
    }

    /** The id that the answer to a command repeats; null: none. */
    public static String idOf(Frame frame) {
        Fields data = frame.data();
        try {
            return data.has("id") ? data.text("id", 0, MOST_ID) : null;
        } catch (Refusal unusable) {
            // The answer goes without an id: the sender has given none that could be repeated.
            return null;
        }
    }
}
