package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** A place for one HTTP request at a time, on a connection that is kept as long as the server keeps it. */
final class RequestLine implements Line.Reader {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");

    private final URI server;
    private final Loop loop;
    private final Runnable answered;
    private Line line;

    /** What waits for its answer; null: nothing. */
    private byte[] request;

    /** Whether this connection has brought an answer: then the server may end it at any time. */
    private boolean isKept;

    /** @param answered the answer is there: the next request may come */
    RequestLine(URI server, Loop loop, Runnable answered) {
        this.server = server;
        this.loop = loop;
        this.answered = answered;
    }

    boolean isFree() {
        return request == null;
    }

    void send(byte[] next) {
        request = next;
        if (line != null) line.send(next);
        else open();
    }

    void close() {
        request = null;
        if (line != null) line.end("");
    }

    private void open() {
        isKept = false;
        line = new Line(this);
        try {
            line.open(loop, server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void connected() {
        line.send(request);
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        String answer = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        int body = answer.indexOf("\r\n\r\n") + 4;
        if (body < 4) return from;
        if (!answer.startsWith("HTTP/1.1 200")) throw new IllegalStateException("Answered with " + answer);
        String head = answer.substring(0, body).toLowerCase(Locale.ROOT);
        if (!isWhole(head, answer.substring(body))) return from;
        request = null;
        isKept = true;
        if (head.contains("\r\nconnection: close")) line.end("");
        answered.run();
        return to;
    }

    private static boolean isWhole(String head, String body) {
        var length = LENGTH.matcher(head);
        return length.find() ? body.length() == Integer.parseInt(length.group(1)) : body.endsWith("0\r\n\r\n");
    }

    @Override
    public void ended(String why) {
        line = null;
        if (request == null) return;
        // A ping that comes twice does no harm.
        if (isKept) open();
        else throw new IllegalStateException("No answer: " + why);
    }
}
