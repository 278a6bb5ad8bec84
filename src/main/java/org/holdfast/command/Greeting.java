package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.delivery.Attendance;
import org.holdfast.delivery.Following;
import org.holdfast.delivery.Start;
import org.holdfast.delivery.Subscriber;
import org.holdfast.log.RoomLogs;
import org.holdfast.presence.Rosters;
import org.holdfast.presence.Told;
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;

/** Begins what a connection is sent: {@code welcome}, then what the client lacks. One path for all transports. */
@ApplicationScoped
public class Greeting {
    private static final Logger LOG = System.getLogger(Greeting.class.getName());

    private final Rooms rooms;
    private final RoomLogs logs;
    private final Following following;
    private final Attendance attendance;
    private final Rosters rosters;
    private final Welcome welcome;
    private final int snapshot;

    @Inject
    Greeting(
            Rooms rooms,
            RoomLogs logs,
            Following following,
            Attendance attendance,
            Rosters rosters,
            Welcome welcome,
            Settings settings) {
        this.rooms = rooms;
        this.logs = logs;
        this.following = following;
        this.attendance = attendance;
        this.rosters = rosters;
        this.welcome = welcome;
        this.snapshot = settings.number(Setting.SNAPSHOT_EVENTS);
    }

    /** For the container's proxy. */
    protected Greeting() {
        rooms = null;
        logs = null;
        following = null;
        attendance = null;
        rosters = null;
        welcome = null;
        snapshot = 0;
    }

    /** Welcomes, whatever the client has. */
    public void greet(Subscriber sender, HelloData hello) {
        greet(sender, hello, true);
    }

    /** Welcomes only a client that can't just go on where it is: for polls, which say hello each time. */
    public void resume(Subscriber sender, HelloData hello) {
        greet(sender, hello, false);
    }

    private void greet(Subscriber sender, HelloData hello, boolean always) {
        try {
            if (hello.isSpokenHere()) begin(sender, hello, always);
            else sender.close(CloseCode.UPGRADE);
        } catch (RuntimeException e) {
            // A client without a welcome waits for nothing else: it is to come back.
            LOG.log(Level.ERROR, "Could not greet " + sender.connection().name(), e);
            sender.close(CloseCode.SERVER_ERROR);
        }
    }

    /** Reads the database, on the thread of this one peer: what was read lately is in memory. */
    private void begin(Subscriber sender, HelloData hello, boolean always) {
        Account account = sender.login().account();
        // Its own log first: the rooms then hold what that says up to its head, and the client leaves it at that.
        List<Start> starts = new ArrayList<>(starts(List.of(account.log()), hello));
        Map<Long, RoomTitle> titles = rooms.titles(account, starts.get(0).head());
        starts.addAll(starts(titles.keySet(), hello));
        Optional<Told> told = rosters.told(hello.showing().told());
        boolean goesOn = !always
                && hello.goesOnWith(starts)
                && (told.isPresent() || !hello.showing().isShown());
        if (!goesOn) sender.reply(welcome.frame(account, hello.session(), titles, starts));
        sender.takeTurn(hello.turn(), hello.first());
        // Whoever is welcomed forgets who was here.
        if (goesOn) told.ifPresent(sender::tellFrom);
        // First: a short poll may be answered before the session has said so.
        if (hello.showing().isSaid()) sender.present(hello.showing().state());
        following.begin(sender, hello.session(), starts);
        if (hello.showing().isSaid())
            attendance.say(account.id(), hello.session(), hello.showing().state());
    }

    private List<Start> starts(Collection<Long> ids, HelloData hello) {
        return logs.open(ids).stream()
                .map(log -> Start.of(log, hello.positions().get(log.id()), snapshot))
                // Presence is told in this order, a part at a time perhaps.
                .sorted(Comparator.comparingLong(start -> start.log().id()))
                .toList();
    }
}
