package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.delivery.Caller;
import org.holdfast.log.Event;
import org.holdfast.room.Rooms;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** {@code read}: how far the account has read a room. Its answer is the event in the account's log. */
@ApplicationScoped
class Read implements Command {
    private final Rooms rooms;

    @Inject
    Read(Rooms rooms) {
        this.rooms = rooms;
    }

    /** For the container's proxy. */
    Read() {
        rooms = null;
    }

    @Override
    public String type() {
        return "read";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        move(sender.login().account(), data).whenComplete((events, error) -> {
            if (error == null) sender.done();
            else sender.reply(Frames.refused(null, Commands.refusal(error)));
        });
    }

    private CompletionStage<List<Event>> move(Account account, Fields data) {
        long room = data.number("room");
        long sequence = data.number("sequence");
        return data.flagOr("back", false)
                ? rooms.readBack(account, room, sequence)
                : rooms.read(account, room, sequence);
    }
}
