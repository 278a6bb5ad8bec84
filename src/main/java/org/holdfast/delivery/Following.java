package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.account.Account;
import org.holdfast.log.RoomLogs;
import org.holdfast.room.Access;
import org.holdfast.room.MembershipChanged;
import org.holdfast.room.RoomPermission;
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Frames;

/** Decides which logs a connection follows: those of the rooms its account is in, now. */
@ApplicationScoped
public class Following {
    private static final Logger LOG = System.getLogger(Following.class.getName());

    private final ConnectionRegistry registry;
    private final Access access;
    private final Rooms rooms;
    private final RoomLogs logs;
    private final Workers workers;
    private final int snapshot;

    @Inject
    public Following(
            ConnectionRegistry registry,
            Access access,
            Rooms rooms,
            RoomLogs logs,
            Workers workers,
            Settings settings) {
        this.registry = registry;
        this.access = access;
        this.rooms = rooms;
        this.logs = logs;
        this.workers = workers;
        this.snapshot = settings.number(Setting.SNAPSHOT_EVENTS);
    }

    /** For the container's proxy. */
    protected Following() {
        registry = null;
        access = null;
        rooms = null;
        logs = null;
        workers = null;
        snapshot = 0;
    }

    /** Begins the delivery, after the welcome. */
    public void begin(Subscriber subscriber, String session, List<Start> starts) {
        subscriber.prepare(session, starts);
        registry.replaceOlder(subscriber);
        Account account = subscriber.login().account();
        // Rooms that were left since the starts were looked up: from here on the observer below sees this subscriber.
        Set<Long> joined = access.roomsOf(account.id());
        starts.stream()
                .map(start -> start.log().id())
                .filter(log -> log != account.log() && !isGoingOn(subscriber, log, joined))
                .forEach(subscriber.logs()::remove);
        subscriber.begin();
        joined.stream().filter(room -> !subscriber.logs().contains(room)).forEach(room -> follow(subscriber, room));
    }

    /** Whoever left and is back is told so, as if this were another room: the account's log says both. */
    private static boolean isGoingOn(Subscriber subscriber, long room, Set<Long> joined) {
        return !subscriber.logs().hasLeftEarly(room) && joined.contains(room);
    }

    void changed(@Observes MembershipChanged change) {
        for (Subscriber subscriber : registry.ofAccount(change.account())) {
            if (subscriber.purpose() != Purpose.CHAT) continue;
            if (!change.isJoined()) subscriber.logs().endAt(change.room(), change.last());
            else if (subscriber.isWelcomed()) followLater(subscriber, change.room());
        }
    }

    private void followLater(Subscriber subscriber, long room) {
        try {
            workers.tasks().execute(() -> follow(subscriber, room));
        } catch (RejectedExecutionException full) {
            // The other connections are to be told all the same; this one asks with its next hello.
            subscriber.close(CloseCode.TRY_AGAIN_LATER);
        }
    }

    private long head(long log) {
        return logs.open(List.of(log)).get(0).head();
    }

    private void follow(Subscriber subscriber, long room) {
        try {
            Account account = subscriber.login().account();
            RoomTitle title = rooms.titles(account, head(account.log())).get(room);
            if (title == null) return;
            logs.open(List.of(room)).forEach(log -> {
                Start start = new Start(log, Math.max(0, log.head() - snapshot), log.head(), "joined");
                String reset = Frames.frame("reset", RoomState.json(title, start));
                // Asked again: it may have been left since the title was read.
                subscriber
                        .logs()
                        .addOnce(
                                start,
                                reset,
                                () -> access.may(subscriber.login().account().id(), room, RoomPermission.READ));
            });
        } catch (RuntimeException e) {
            // Without it the connection would look live and be sent nothing of the room: the next hello asks again.
            LOG.log(Level.ERROR, "Could not follow room " + room, e);
            subscriber.close(CloseCode.SERVER_ERROR);
        }
    }
}
