package org.holdfast.bench;

import java.util.List;

/** CometD by the Bayeux protocol: who is there says so with a /meta/connect that the server answers after a while. */
final class CometD {
    private static final String CONNECT =
            "[{\"channel\":\"/meta/connect\",\"clientId\":\"{client}\",\"connectionType\":\"websocket\"%s}]";
    private static final Turn CONNECTED = new Turn("/meta/connect", CONNECT.formatted(""));

    private static final Speech SPEECH = new Speech(
            List.of(
                    new Turn(
                            "",
                            "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\","
                                    + "\"supportedConnectionTypes\":[\"websocket\"]}]"),
                    new Turn(
                            "/meta/handshake",
                            "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"{client}\",\"subscription\":\"/room\"}]"),
                    // The first one is to be answered at once.
                    new Turn("/meta/subscribe", CONNECT.formatted(",\"advice\":{\"timeout\":0}")),
                    CONNECTED),
            List.of(CONNECTED),
            "[{\"channel\":\"/room\",\"clientId\":\"{client}\",\"id\":\"{id}\",\"data\":\"{text}\"}]",
            false);

    private CometD() {}

    static Peer peer() {
        return Peer.open("CometD", new ClassOnPath(CometDServer.class), "cometd", SPEECH);
    }
}
