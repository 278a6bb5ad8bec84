package org.holdfast.bench;

import java.util.function.BiFunction;

/** How a wire comes to its server's events. */
enum Road {
    WEBSOCKET("101", "upgrade: websocket", (wire, head) -> new WsInbound(wire)),
    EVENT_STREAM("200", "content-type: text/event-stream", EventInbound::new);

    private final String status;
    private final String field;
    private final BiFunction<Wire, String, Inbound> inbound;

    Road(String status, String field, BiFunction<Wire, String, Inbound> inbound) {
        this.status = status;
        this.field = field;
        this.inbound = inbound;
    }

    /** @param head the answer to the handshake, in lower case */
    boolean isOpenedBy(String head) {
        return head.startsWith("http/1.1 " + status) && head.contains("\r\n" + field);
    }

    Inbound inbound(Wire wire, String head) {
        return inbound.apply(wire, head);
    }
}
