package org.holdfast.faults;

import java.io.IOException;
import java.time.Duration;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;

/** A WebSocket whose reader answers no ping for as long as it reads nothing. */
record SlowSocket(RawWebSocket socket) implements SlowLine {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static SlowSocket of(Person person, String hello) throws IOException {
        var opened = RawWebSocket.of(person);
        opened.text("{\"type\":\"hello\",\"data\":" + hello + "}");
        return new SlowSocket(opened);
    }

    SlowSocket answeringPings() {
        return new SlowSocket(socket.answeringPings());
    }

    @Override
    public String next() throws IOException {
        return socket.nextText(PATIENCE);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
