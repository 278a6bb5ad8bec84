package org.holdfast.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where a wire goes, and how it opens.
 *
 * @param request the handshake
 * @param hello the first text; empty: none, and no welcome is waited for
 */
record Place(URI uri, byte[] request, String hello) {
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1,\"positions\":{%s}}}";

    /** An endpoint without a login. */
    static Place bare(URI base, String path) {
        return new Place(base, request(base, path, ""), "");
    }

    static Place chat(URI base, String cookie) {
        return new Place(base, request(base, "ws/chat", cookie), HELLO.formatted(""));
    }

    /** Comes back with a resume point. */
    Place resuming(long log, String epoch, long sequence) {
        var point = "\"%d\":{\"epoch\":\"%s\",\"sequence\":%d}".formatted(log, epoch, sequence);
        return new Place(uri, request, HELLO.formatted(point));
    }

    private static byte[] request(URI base, String path, String cookie) {
        String origin = base.getScheme() + "://" + base.getAuthority();
        String head = "GET /" + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nOrigin: " + origin
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIGJlbmNobWFyayAxMA==\r\n";
        String login = cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n";
        return (head + login + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
