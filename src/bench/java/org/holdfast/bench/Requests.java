package org.holdfast.bench;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** HTTP requests beside the event streams: a few at a time, as a browser's pool of connections would, each on its turn. */
final class Requests {
    private static final int LINES = 8;

    /** As many as there are readers, in each interval: a server that is so far behind does not answer at all. */
    private static final int MOST_WAITING = 2_000;

    private final List<RequestLine> lines = new ArrayList<>();
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    Requests(URI server, Loop loop) {
        for (int i = 0; i < LINES; i++) lines.add(new RequestLine(server, loop, this::next));
    }

    void send(byte[] request) {
        if (waiting.size() == MOST_WAITING) throw new IllegalStateException("The server does not answer requests");
        waiting.add(request);
        next();
    }

    private void next() {
        for (RequestLine line : lines) if (!waiting.isEmpty() && line.isFree()) line.send(waiting.poll());
    }

    void close() {
        waiting.clear();
        lines.forEach(RequestLine::close);
    }
}
