package org.holdfast.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.holdfast.log.EventsGone;
import org.holdfast.log.Pages;
import org.holdfast.log.RoomLog;
import org.holdfast.log.Slice;
import org.holdfast.wire.Heads;
import org.holdfast.wire.Text;

/** Sends a connection what it lacks, as one text at a time: its replies, then each log after its position, then the heads when due. */
final class Pump {
    private final Connection connection;
    private final Pages pages;
    private final Company company;
    private final int mostChars;
    private final Consumer<Throwable> failed;
    private final Consumer<Followed> over;
    private final Trampoline trampoline = new Trampoline(this::step);
    private final Replies replies = new Replies();
    private final List<Followed> followed = new CopyOnWriteArrayList<>();

    /** Whether the welcome is said, so that events may follow. */
    private volatile boolean live;

    private volatile boolean ended;
    private volatile boolean beatDue;
    private volatile boolean pingDue;

    /** Whether older events are on their way from the store. */
    private volatile boolean reading;

    /** What to do when the replies are sent, which are the last; null: go on. */
    private volatile Runnable last;

    /** The log that is looked at first. Used by the pump alone, which runs once at a time. */
    private int turn;

    /** The log that goes ahead of the others; 0: none. Written before it is live, then by the pump alone. */
    private long first;

    /** How far it does: one that grows must not starve the others. */
    private long firstTo;

    /** When the send in flight began, by {@link Uptime}; 0: none. Read by the sweep. */
    private volatile long sendingSince;

    /** @param over told of a log of which everything was sent that may be */
    Pump(
            Connection connection,
            Pages pages,
            Company company,
            int mostChars,
            Consumer<Throwable> failed,
            Consumer<Followed> over) {
        this.connection = connection;
        this.pages = pages;
        this.company = company;
        this.mostChars = mostChars;
        this.failed = failed;
        this.over = over;
    }

    List<Followed> followed() {
        return followed;
    }

    /** @return false: the replies are full */
    boolean reply(String frame) {
        return replies.add(frame);
    }

    /** @return null: it would be longer than {@code most} */
    String cursor(int most) {
        return Cursor.of(followed, most);
    }

    /** Whether it is told who is here. */
    void tellPresence(boolean wanted) {
        company.want(wanted);
    }

    boolean tellsPresence() {
        return company.isWanted();
    }

    /** How far it was told who is here; exact as the cursor is. */
    String told() {
        return company.token(followed);
    }

    /** @param log goes ahead of the others with what it has now; one that is not followed counts for nothing */
    void sendFirst(long log) {
        first = log;
    }

    void begin() {
        for (Followed each : followed) if (each.isOf(first)) firstTo = each.last();
        live = true;
    }

    void end() {
        ended = true;
    }

    /** Sends the replies that there are, and then does this. */
    void finish(Runnable then) {
        last = then;
    }

    /** The heads are due, and with them perhaps a ping. */
    void beat(boolean withPing) {
        pingDue = withPing;
        beatDue = true;
    }

    long sendingSince() {
        return sendingSince;
    }

    void wake() {
        trampoline.wake();
    }

    private boolean step() {
        if (ended) return false;
        try {
            return advance();
        } catch (RuntimeException e) {
            fail(e);
            return false;
        }
    }

    private boolean advance() {
        Outgoing text = new Outgoing(room());
        // Before the replies: one that was given before the end is sent, and a welcome goes ahead of its events.
        Runnable then = last;
        boolean welcomed = live && then == null;
        replies.moveTo(text);
        Followed unread = welcomed ? gather(text) : null;
        if (welcomed && beatDue) beatInto(text);
        if (welcomed && unread == null) company.into(text, followed);
        if (!text.isEmpty()) send(text.text());
        else if (then != null) end(then);
        else if (unread != null) read(unread);
        else if (welcomed) connection.idle();
        return !text.isEmpty();
    }

    private int room() {
        return Math.min(mostChars, connection.room());
    }

    private void end(Runnable then) {
        end();
        then.run();
    }

    /** @return a log whose next events have to be read first; null: none */
    private Followed gather(Outgoing text) {
        Followed[] logs = followed.toArray(Followed[]::new);
        Followed unread = null;
        int begin = begin(logs);
        // Others would fill text after text while it is read.
        int count = first == 0 ? logs.length : 1;
        for (int i = 0; i < count && !text.isFull(); i++) {
            int index = (begin + i) % logs.length;
            boolean taken = take(logs[index], text);
            // The next one goes first then: rooms that fill each text, or are far behind, must not starve the others.
            if (text.isFull() || !taken && unread == null) turn = index + 1;
            if (!taken && unread == null) unread = logs[index];
        }
        return unread;
    }

    /** Where to begin. */
    private int begin(Followed[] logs) {
        if (first == 0) return turn;
        for (int index = 0; index < logs.length; index++) if (goesAhead(logs[index])) return index;
        first = 0;
        return turn;
    }

    /** One that is held may wait for the account's own log, which would wait for it. */
    private boolean goesAhead(Followed log) {
        return log.isOf(first) && !log.isHeld() && log.hasNews() && log.position() < firstTo;
    }

    /** @return false: its next events have to be read first */
    private boolean take(Followed log, Outgoing text) {
        if (log.isOver()) over.accept(log);
        if (log.isOver() || log.isHeld()) return true;
        String first = log.announce();
        if (first != null) text.add(first);
        if (log.isOverrun()) text.add(log.skip());
        if (!log.hasNews()) return true;
        Slice slice = log.take(room());
        if (slice != null) text.add(slice);
        // Overrun meanwhile: whoever did that wakes this pump again.
        return slice != null || log.isOverrun();
    }

    private void beatInto(Outgoing text) {
        beatDue = false;
        if (pingDue) connection.pingBeforeNext();
        connection.beats();
        Heads heads = new Heads(System.currentTimeMillis());
        for (Followed log : followed) if (log.isInCursor()) heads.add(log.log().id(), log.position());
        text.add(heads.frame());
    }

    private void send(Text text) {
        sendingSince = Uptime.millis();
        connection.send(text, this::sent);
    }

    private void sent(Throwable error) {
        sendingSince = 0;
        if (error != null) fail(error);
        trampoline.resume();
    }

    /** Not a step that is waited for: while the database is slow, or away, answers and heartbeats go on. */
    private void read(Followed log) {
        if (reading) return;
        reading = true;
        RoomLog source = log.log();
        pages.after(source.id(), log.position(), log.last(), source.base(), room())
                .whenComplete((page, error) -> {
                    if (error == null) log.put(page);
                    else if (error.getCause() instanceof EventsGone gone) log.keepAfter(gone.keptAfter());
                    else fail(error);
                    reading = false;
                    wake();
                });
    }

    private void fail(Throwable error) {
        end();
        failed.accept(error);
    }
}
