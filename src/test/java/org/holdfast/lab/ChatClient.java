package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A client of the protocol, written from its document alone: it resumes, resends and checks as section by section says, and keeps all that
 * it saw for the {@link Oracle}. Everything that happens to it happens on the {@link Lane}; tests ask from any thread.
 */
public final class ChatClient implements AutoCloseable, Line.Ear, Talk.Ear {
    private static final int LEFT = 1000;
    private static final int GAP = 4000;
    private static final int SILENT = 4001;
    private static final int SIGNED_OUT = 401;

    private final Person person;
    private final Patience patience;
    private final Lane lane;
    private final Comeback comeback;
    private final Outbox outbox = new Outbox();
    private final Inbox inbox = new Inbox();
    private final Talk talk = new Talk(inbox, outbox, this);
    private final Watch watch;
    private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    // Of the lane alone from here on, but that tests read the state.
    private volatile State state = State.IDLE;
    private volatile Transport transport = Transport.WEBSOCKET;
    private Line line;
    private long turn;

    ChatClient(Person person, Patience patience) {
        this.person = person;
        this.patience = patience;
        this.lane = new Lane(e -> inbox.malformed(e.toString()));
        this.watch = new Watch(lane, () -> send(Json.frame("ping", Map.of())), () -> giveUp(SILENT));
        this.comeback = new Comeback(person, patience, lane, this::open);
    }

    public ChatClient connect() {
        lane.run(() -> {
            if (state == State.IDLE) open();
        });
        return this;
    }

    /** The transport of the next connection. */
    public ChatClient by(Transport next) {
        transport = next;
        return this;
    }

    /** Goes on by another transport, at once and in mid-conversation: the positions are all that it takes along. */
    public void changeTo(Transport next) {
        lane.run(() -> {
            by(next);
            if (line == null) return;
            line.leave(LEFT);
            watch.end();
            open();
        });
    }

    /** Puts a message into the outbox, whatever the line is like, and answers its client message id. */
    public String post(long room, String text) {
        var id = UUID.randomUUID().toString();
        outbox.add(new Posted(id, room, person.account(), text));
        lane.run(this::flush);
        return id;
    }

    /** Leaves for good. */
    @Override
    public void close() {
        lane.runAndWait(() -> {
            if (line != null) line.leave(LEFT);
            stop();
        });
    }

    public State state() {
        return state;
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    public LogView view(long log) {
        return inbox.view(log);
    }

    public Person person() {
        return person;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** What the server did that the protocol forbids. */
    public List<Finding> findings() {
        return inbox.findings();
    }

    /** How each connection ended, in order, as this side saw it. */
    public List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    Comeback comeback() {
        return comeback;
    }

    private void open() {
        become(State.CONNECTING);
        turn += PollLine.MOST;
        line = transport.open(person, patience, this);
    }

    @Override
    public void opened(Line from) {
        onLane(from, () -> {
            become(State.GREETING);
            comeback.opened();
            watch.begin(patience);
            send(talk.hello(turn));
        });
    }

    @Override
    public void heard(Line from, JsonArray frames) {
        onLane(from, () -> {
            watch.heard();
            for (var frame : frames.getValuesAs(JsonObject.class)) if (from == line) talk.hear(frame);
        });
    }

    @Override
    public void malformed(Line from, String why) {
        inbox.malformed(why);
    }

    @Override
    public void ended(Line from, int code) {
        onLane(from, () -> comeBack(code));
    }

    @Override
    public void welcomed(int pingInterval, int silenceLimit) {
        watch.begin(patience.welcomed(pingInterval, silenceLimit));
        live();
    }

    /** Section 3.5: a poll says nothing to a client that can just go on. */
    @Override
    public void resumed() {
        if (state == State.GREETING) live();
    }

    @Override
    public void farewell(Duration after) {
        comeback.farewell(after);
    }

    @Override
    public void gap() {
        giveUp(GAP);
    }

    @Override
    public void postsMayGo(Duration later) {
        if (later.isZero()) flush();
        else lane.after(later, this::flush);
    }

    private void live() {
        become(State.LIVE);
        outbox.sendAgain();
        flush();
    }

    private void flush() {
        if (state == State.LIVE) talk.posts().forEach(this::send);
    }

    private void send(String frame) {
        watch.sent();
        line.send(frame);
    }

    private void giveUp(int code) {
        if (line == null) return;
        line.leave(code);
        comeBack(code);
    }

    private void comeBack(int code) {
        closeCodes.add(code);
        watch.end();
        line = null;
        switch (CloseCode.after(code)) {
            case RECONNECT -> waitForTurn();
            case LOG_IN -> askSession();
            case STOP -> stop();
        }
    }

    private void askSession() {
        become(State.WAITING);
        person.sessionStatus()
                .whenComplete((status, failure) -> lane.run(() -> {
                    if (state != State.WAITING) return;
                    if (failure == null && status == SIGNED_OUT) stop();
                    else waitForTurn();
                }));
    }

    private void waitForTurn() {
        var wasLive = state == State.LIVE;
        become(State.WAITING);
        comeback.begin(wasLive);
    }

    private void stop() {
        become(State.STOPPED);
        comeback.cancel();
        line = null;
        watch.end();
    }

    private void become(State next) {
        if (state == State.STOPPED && next != State.STOPPED) throw new IllegalStateException("stopped, then " + next);
        state = next;
    }

    /** Frames of a line that was given up come late and mean nothing. */
    private void onLane(Line from, Runnable task) {
        lane.run(() -> {
            if (from == line) task.run();
        });
    }
}
