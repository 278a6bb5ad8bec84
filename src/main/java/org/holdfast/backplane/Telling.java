package org.holdfast.backplane;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Sends hints away: all that wait in one payload, of those about the same only the newest. */
final class Telling {
    private static final Logger LOG = System.getLogger(Telling.class.getName());

    /** PostgreSQL takes payloads of less than 8,000 bytes. */
    static final int MOST_BYTES = 7_900;

    /** More are dropped: the others will look. */
    private static final int MOST_WAITING = 20_000;

    private final String node;
    private final Executor executor;
    private final Consumer<String> sender;

    /** By what they are about. Guarded by this. */
    private Map<String, Hint> waiting = new LinkedHashMap<>();

    /** Whether a task is at it. Guarded by this. */
    private boolean isSending;

    /** @param sender blocks until a payload is sent */
    Telling(String node, Executor executor, Consumer<String> sender) {
        this.node = node;
        this.executor = executor;
        this.sender = sender;
    }

    synchronized void tell(Hint hint) {
        if (waiting.size() < MOST_WAITING) waiting.put(hint.key(), hint);
        if (isSending) return;
        try {
            executor.execute(this::send);
            isSending = true;
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "No hints any more: the server stops");
        }
    }

    private void send() {
        for (List<Hint> hints = next(); !hints.isEmpty(); hints = next()) send(hints);
    }

    private synchronized List<Hint> next() {
        List<Hint> hints = List.copyOf(waiting.values());
        waiting = new LinkedHashMap<>();
        isSending = !hints.isEmpty();
        return hints;
    }

    private void send(List<Hint> hints) {
        try {
            payloads(hints).forEach(sender);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Hints are lost; the other nodes will look at the database", e);
        }
    }

    private List<String> payloads(List<Hint> hints) {
        List<String> payloads = new ArrayList<>();
        StringBuilder text = new StringBuilder(node);
        int bytes = node.length();
        for (Hint hint : hints) {
            String line = "\n" + hint.line();
            int more = line.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > MOST_BYTES) {
                payloads.add(text.toString());
                text = new StringBuilder(node);
                bytes = node.length();
            }
            // One that is too long by itself is left out.
            if (bytes + more <= MOST_BYTES) text.append(line);
            if (bytes + more <= MOST_BYTES) bytes += more;
        }
        payloads.add(text.toString());
        return payloads;
    }
}
