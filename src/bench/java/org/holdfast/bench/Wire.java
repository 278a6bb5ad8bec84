package org.holdfast.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One WebSocket, its frames made and read by hand. Belongs to the loop's thread. */
final class Wire {
    private static final int FIRST_OUT = 1024;
    private static final int MOST_OUT = 64 * 1024;
    private static final byte[] NOTHING = {};

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
    private final Inbound inbound = new Inbound(this);
    private State state = State.CONNECTING;
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(FIRST_OUT);

    /** Bytes that were received and could not be read yet. */
    private byte[] rest = NOTHING;

    private String ended = "";

    Wire(Place place, Ear ear) {
        this.place = place;
        this.talk = new Talk(place.speech());
        this.ear = ear;
    }

    void open(Loop loop) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var address = new InetSocketAddress(place.uri().getHost(), place.uri().getPort());
        boolean now = channel.connect(address);
        key = loop.register(channel, this);
        if (now) shakeHands();
        else key.interestOps(SelectionKey.OP_CONNECT);
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    /** Whether it is at a server that is spoken with. */
    boolean isSpeaking() {
        return isLive() && !place.speech().opening().isEmpty();
    }

    boolean isGone() {
        return state == State.GONE;
    }

    /** Whether a text of that length has to be read whole now. */
    boolean isHeeding(long length) {
        return state == State.OPENING || place.speech().isAnswerable(length);
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

    void ready(byte[] buffer) {
        if (isGone()) return;
        try {
            if (state == State.CONNECTING && channel.finishConnect()) shakeHands();
            if (!isGone() && key.isWritable()) flush();
            if (!isGone() && key.isReadable()) receive(buffer);
        } catch (IOException e) {
            end(e.toString());
        }
    }

    /** Has so many bytes free; the caller flushes. */
    ByteBuffer out(int bytes) {
        if (out.remaining() >= bytes) return out;
        if (out.capacity() == MOST_OUT) throw new IllegalStateException("The server does not read");
        out = ByteBuffer.allocate(MOST_OUT).put(out.flip());
        return out;
    }

    void send(String text) {
        send(WsFrame.of(WsFrame.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(byte[] frame) {
        out(frame.length).put(frame);
        flush();
    }

    void flush() {
        if (isGone()) return;
        try {
            channel.write(out.flip());
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } catch (IOException e) {
            end(e.toString());
        } finally {
            out.compact();
        }
    }

    void close() {
        end("");
    }

    void end(String why) {
        if (isGone()) return;
        state = State.GONE;
        ended = why;
        if (channel == null) return;
        try {
            channel.close();
        } catch (IOException e) {
            ended = why + ", " + e;
        }
    }

    /** Says what is due after this text, which makes it live if it was the last of the opening. */
    void heed(String text) {
        String answer = talk.hear(text);
        if (!answer.isEmpty()) send(answer);
        if (state != State.OPENING || !talk.isOpen()) return;
        state = State.LIVE;
        ear.welcome(text);
    }

    private void shakeHands() {
        state = State.HANDSHAKE;
        send(place.request());
    }

    private void receive(byte[] buffer) throws IOException {
        System.arraycopy(rest, 0, buffer, 0, rest.length);
        int count = channel.read(ByteBuffer.wrap(buffer, rest.length, buffer.length - rest.length));
        if (count < 0) {
            end("the line ended");
            return;
        }
        int to = rest.length + count;
        int from = state == State.HANDSHAKE ? readHead(buffer, to) : 0;
        if (state != State.HANDSHAKE) from = inbound.read(buffer, from, to);
        rest = from == to ? NOTHING : Arrays.copyOfRange(buffer, from, to);
    }

    private int readHead(byte[] buffer, int to) {
        String head = new String(buffer, 0, to, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) return 0;
        if (!head.startsWith("HTTP/1.1 101")) end(head.lines().findFirst().orElse("no answer"));
        else {
            state = State.OPENING;
            heed("");
        }
        return end + 4;
    }
}
