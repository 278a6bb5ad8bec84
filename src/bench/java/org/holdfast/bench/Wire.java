package org.holdfast.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One who hears a room, and may post in it, over a WebSocket or an event stream that is read by hand. Belongs to the loop's thread. */
final class Wire implements Line.Reader {
    private enum State {
        CONNECTING,
        HANDSHAKE,
        OPENING,
        LIVE,
        GONE
    }

    private final Place place;
    private final Talk talk;
    private final Ear ear;
    private final Line line = new Line(this);
    private State state = State.CONNECTING;

    /** From the handshake on. */
    private Inbound inbound;

    private String ended = "";

    Wire(Place place, Ear ear) {
        this.place = place;
        this.talk = new Talk(place.speech());
        this.ear = ear;
    }

    void open(Loop loop) throws IOException {
        line.open(loop, place.uri());
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether it is at a server that waits to be spoken with; Holdfast speaks first. */
    boolean isSpeaking() {
        return isLive() && place.speech().waitsForPings();
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Whether it has not yet heard that it is in the room. */
    boolean isOpening() {
        return state == State.OPENING;
    }

    /** Why it is gone; empty: it is not, or we closed it. */
    String ended() {
        return ended;
    }

    Ear ear() {
        return ear;
    }

    Place place() {
        return place;
    }

    /** What it posts with, as soon as it is live. */
    PostFrame postFrame() {
        return new PostFrame(talk.filled(place.speech().post()));
    }

    /** Has so many bytes free; the caller flushes. */
    ByteBuffer out(int bytes) {
        return line.out(bytes);
    }

    /** Only on a WebSocket. */
    void send(String text) {
        send(WsFrame.of(WsFrame.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(byte[] frame) {
        line.send(frame);
    }

    void flush() {
        line.flush();
    }

    void close() {
        end("");
    }

    void end(String why) {
        line.end(why);
    }

    @Override
    public void ended(String why) {
        state = State.GONE;
        ended = why;
    }

    /** Says what is due after this text, which makes it live if it was the last of the opening. */
    void heed(String text) {
        String answer = talk.hear(text);
        if (!answer.isEmpty()) send(answer);
        if (state != State.OPENING || !talk.isOpen()) return;
        state = State.LIVE;
        ear.welcome(text);
    }

    @Override
    public void connected() {
        state = State.HANDSHAKE;
        line.send(place.request());
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = state == State.HANDSHAKE ? readHead(bytes, from, to) : from;
        if (isGone()) return to;
        return state == State.HANDSHAKE ? at : inbound.read(bytes, at, to);
    }

    private int readHead(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) return from;
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (place.road().isOpenedBy(head)) open(head);
        else end(text.lines().findFirst().orElse("no answer"));
        return from + end + 4;
    }

    private void open(String head) {
        inbound = place.road().inbound(this, head);
        state = State.OPENING;
        heed("");
    }
}
