package org.holdfast.lab;

import java.time.Duration;

/**
 * How long a client waits for what. The first members are the protocol's (sections 5 and 5.2).
 *
 * @param pingInterval silence of its own after which it sends {@code ping}
 * @param silenceLimit silence of the server after which it gives the connection up; 0 pingInterval and silenceLimit: as welcome says
 * @param connect for a WebSocket handshake
 * @param notice for the first event of the reconnect stream
 * @param backoffFloor the shortest wait after a failed try
 * @param backoffCap the longest
 */
public record Patience(
        Duration pingInterval,
        Duration silenceLimit,
        Duration connect,
        Duration notice,
        Duration backoffFloor,
        Duration backoffCap) {
    /** What the protocol asks of every client. */
    public static final Patience PROTOCOL = new Patience(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(4),
            Duration.ofMillis(250),
            Duration.ofSeconds(30));

    /** As {@link #PROTOCOL}, but never long between two tries: where the server is away again and again, and nothing is said of that. */
    public static final Patience EAGER = new Patience(
            PROTOCOL.pingInterval,
            PROTOCOL.silenceLimit,
            PROTOCOL.connect,
            PROTOCOL.notice,
            PROTOCOL.backoffFloor,
            Duration.ofSeconds(1));

    /** The same behaviour at a pace that a test can wait for. */
    public static final Patience SHORT = new Patience(
            Duration.ofMillis(400),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(50),
            Duration.ofMillis(500));

    /** How long a poll may be held: shorter than the silence that is borne. */
    Duration pollWait() {
        return silenceLimit.isZero() ? Duration.ofSeconds(20) : silenceLimit.dividedBy(2);
    }

    /** As {@link #SHORT}, but a machine that is busy for seconds is no silence: for tests in which nothing else may end a connection. */
    public static final Patience CALM = new Patience(
            Duration.ofMillis(400),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(4),
            Duration.ofMillis(50),
            Duration.ofMillis(500));

    /** Waits for what {@link #PROTOCOL} leaves to the server's welcome, if it does. */
    Patience welcomed(long pingMillis, long silenceMillis) {
        return silenceLimit.isZero()
                ? new Patience(
                        Duration.ofMillis(pingMillis),
                        Duration.ofMillis(silenceMillis),
                        connect,
                        notice,
                        backoffFloor,
                        backoffCap)
                : this;
    }
}
