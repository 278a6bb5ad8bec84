package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Following;
import org.holdfast.delivery.Start;
import org.holdfast.delivery.Subscriber;
import org.holdfast.log.RoomLogs;
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** {@code hello}: says how far the client is; answered with {@code welcome}, then with what it lacks. */
@ApplicationScoped
class Hello implements Command {
    private static final Logger LOG = System.getLogger(Hello.class.getName());

    private final Rooms rooms;
    private final RoomLogs logs;
    private final Following following;
    private final Welcome welcome;
    private final int snapshot;

    @Inject
    Hello(Rooms rooms, RoomLogs logs, Following following, Welcome welcome, Settings settings) {
        this.rooms = rooms;
        this.logs = logs;
        this.following = following;
        this.welcome = welcome;
        this.snapshot = settings.number(Setting.SNAPSHOT_EVENTS);
    }

    /** For the container's proxy. */
    Hello() {
        rooms = null;
        logs = null;
        following = null;
        welcome = null;
        snapshot = 0;
    }

    @Override
    public String type() {
        return "hello";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        if (!(sender instanceof Subscriber connection) || connection.isWelcomed())
            throw new Refusal(Code.FORBIDDEN, "Only a connection says hello, and once.");
        HelloData hello = read(connection, data);
        if (hello == null) connection.close(CloseCode.BAD_HELLO);
        else if (!hello.isSpokenHere()) connection.close(CloseCode.UPGRADE);
        else greet(connection, hello);
    }

    private static HelloData read(Subscriber sender, Fields data) {
        try {
            return HelloData.of(data);
        } catch (Refusal malformed) {
            // It can't begin without: the refusal says what is wrong, the close that it is over.
            sender.reply(Frames.refused(null, malformed));
            return null;
        }
    }

    private void greet(Subscriber sender, HelloData hello) {
        try {
            begin(sender, hello);
        } catch (RuntimeException e) {
            // A client without a welcome waits for nothing else: it is to come back.
            LOG.log(Level.ERROR, "Could not greet " + sender.connection().name(), e);
            sender.close(CloseCode.SERVER_ERROR);
        }
    }

    /** Reads the database, on the thread of this one peer: what was read lately is in memory. */
    private void begin(Subscriber sender, HelloData hello) {
        Account account = sender.login().account();
        // Its own log first: the rooms then hold what that says up to its head, and the client leaves it at that.
        List<Start> starts = new ArrayList<>(starts(List.of(account.log()), hello));
        Map<Long, RoomTitle> titles = rooms.titles(account);
        starts.addAll(starts(titles.keySet(), hello));
        sender.reply(welcome.frame(account, hello.session(), titles, starts));
        following.begin(sender, hello.session(), starts);
    }

    private List<Start> starts(Collection<Long> ids, HelloData hello) {
        return logs.open(ids).stream()
                .map(log -> Start.of(log, hello.positions().get(log.id()), snapshot))
                .toList();
    }
}
