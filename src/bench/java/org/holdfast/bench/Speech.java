package org.holdfast.bench;

import java.util.List;

/**
 * How clients speak with a server.
 *
 * @param opening the turns that have to be over before a client hears the room; empty: it does at once
 * @param answers what is said whenever something comes; only in texts that are too short to carry a post
 * @param post a post, with {@link #ID} and {@link #TEXT} in it
 * @param isAcked whether the server acknowledges each post, in Holdfast's words
 */
record Speech(List<Turn> opening, List<Turn> answers, String post, boolean isAcked) {
    /** Stands for the client message id. */
    static final String ID = "{id}";

    /** Stands for the measured text. */
    static final String TEXT = "{text}";

    /** Stands, wherever it is said, for the name that the server gave the client. */
    static final String CLIENT = "{client}";

    /** Says nothing and waits for nothing. */
    static final Speech SILENT = bare("");

    /** Says something, and waits until it comes back. */
    static final Speech ECHO = new Speech(List.of(new Turn("", "hello"), new Turn("hello", "")), List.of(), "", false);

    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"positions\":{%s}}}";
    private static final String POST = "{\"type\":\"post\",\"data\":{\"id\":\"{id}\",\"room\":%d,\"text\":\"{text}\"}}";

    /** Posts, and nothing else. */
    static Speech bare(String post) {
        return new Speech(List.of(), List.of(), post, false);
    }

    /** Holdfast's protocol, in one room. */
    static Speech chat(long log, String positions) {
        return new Speech(
                List.of(new Turn("", HELLO.formatted(positions)), new Turn("\"welcome\"", "")),
                List.of(),
                POST.formatted(log),
                true);
    }

    /** Reads alone, once it has heard that. */
    static Speech reading(String first) {
        return new Speech(List.of(new Turn(first, "")), List.of(), "", false);
    }

    /** Whether the server learns from nothing else that its clients live: Holdfast pings, and a WebSocket answers by itself. */
    boolean waitsForPings() {
        return !opening.isEmpty() && !isAcked;
    }

    /** Whether a text of that length has to be read whole at any time. */
    boolean isAnswerable(long length) {
        return !answers.isEmpty() && length < PostFrame.TEXT_BYTES;
    }
}
