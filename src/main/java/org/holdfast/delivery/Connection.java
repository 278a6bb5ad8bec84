package org.holdfast.delivery;

import java.util.function.Consumer;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** What a transport offers: the port that WebSocket, SSE and polls implement. */
public interface Connection {
    /** A name for the log and the list of connections, for example {@code websocket-17}. */
    String name();

    /**
     * Sends one text. The caller has at most one send in flight.
     *
     * @param sent called once, by any thread, even before this method returns; with null, or with what went wrong
     */
    void send(Text text, Consumer<Throwable> sent);

    /** The length from which on a text should take no more frames now, in characters: a peer that reads slowly must be seen to read. */
    default int room() {
        return Integer.MAX_VALUE;
    }

    /** When the peer was last seen to take a part of the send in flight, by {@link Uptime}; 0: that can't be seen. */
    default long movedAt() {
        return 0;
    }

    /** Sends a protocol ping, if the transport has any. Called only while no send is in flight. */
    default void ping() {}

    /** As {@link #ping}, when a text is about to be sent. */
    default void pingBeforeNext() {
        ping();
    }

    /** How long the peer last took to answer a {@link #ping}, in milliseconds; less than 0: not known. */
    default long roundTrip() {
        return -1;
    }

    /** The next text carries the heads. */
    default void beats() {}

    /** Whether it is there until somebody ends it; false: it ends by itself, and another follows. */
    default boolean isLasting() {
        return true;
    }

    /** There is nothing to send now. Called as {@link #send} is, while no send is in flight. */
    default void idle() {}

    /** Ends the connection. May block: never call it from a timer, under a lock, or on a lane. */
    void close(CloseCode code);
}
