package org.holdfast.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Where a wire goes.
 *
 * @param request the handshake
 * @param speech what is said then
 */
record Place(URI uri, byte[] request, Speech speech) {
    /** An endpoint without a login. */
    static Place open(URI base, String path, Speech speech) {
        return new Place(base, request(base, path, ""), speech);
    }

    /** A room of Holdfast's. */
    static Place chat(URI base, String cookie, long log) {
        return new Place(base, request(base, "ws/chat", cookie), Speech.chat(log, ""));
    }

    /** Comes back with a resume point. */
    Place resuming(long log, String epoch, long sequence) {
        var point = "\"%d\":{\"epoch\":\"%s\",\"sequence\":%d}".formatted(log, epoch, sequence);
        return new Place(uri, request, Speech.chat(log, point));
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
