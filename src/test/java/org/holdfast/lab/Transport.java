package org.holdfast.lab;

/** The roads that the frames can take (protocol, section 3). */
public enum Transport {
    WEBSOCKET,
    SSE,
    LONG_POLL,
    SHORT_POLL;

    Line open(Person person, Patience patience, Line.Ear ear) {
        return switch (this) {
            case WEBSOCKET -> SocketLine.open(person, patience.connect(), ear);
            case SSE -> StreamLine.open(person, ear);
            case LONG_POLL -> PollLine.open(person, patience.pollWait().toMillis(), ear);
            case SHORT_POLL -> PollLine.open(person, 0, ear);
        };
    }
}
