package org.holdfast.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.holdfast.lab.Person;

/**
 * Where a wire goes.
 *
 * @param road how it comes to hear
 * @param request the handshake
 * @param speech what is said then
 */
record Place(URI uri, Road road, byte[] request, Speech speech) {
    /** An endpoint without a login. */
    static Place open(URI base, String path, Speech speech) {
        return new Place(base, Road.WEBSOCKET, handshake(base, path, ""), speech);
    }

    /** A room of Holdfast's. */
    static Place chat(URI base, String cookie, long log) {
        return new Place(base, Road.WEBSOCKET, handshake(base, "ws/chat", cookie), Speech.chat(log, ""));
    }

    /** Holdfast's event stream. */
    static Place stream(Person person, String session) {
        String path = "sse/chat?session=" + session;
        return events(person.base(), path, person.cookie(), Speech.reading("\"welcome\""));
    }

    /** Comes back with a resume point. */
    Place resuming(long log, String epoch, long sequence) {
        var point = "\"%d\":{\"epoch\":\"%s\",\"sequence\":%d}".formatted(log, epoch, sequence);
        return new Place(uri, road, request, Speech.chat(log, point));
    }

    /** An event stream. */
    static Place events(URI base, String path, String cookie, Speech speech) {
        String field = "Accept: text/event-stream\r\n";
        return new Place(base, Road.EVENT_STREAM, request("GET", base, path, cookie, field, ""), speech);
    }

    /** A request, with fields of its own after those that each has. */
    static byte[] request(String method, URI base, String path, String cookie, String fields, String body) {
        String origin = base.getScheme() + "://" + base.getAuthority();
        String head =
                method + " /" + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nOrigin: " + origin + "\r\n";
        String login = cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n";
        return (head + login + fields + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] handshake(URI base, String path, String cookie) {
        String fields = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIGJlbmNobWFyayAxMA==\r\n";
        return request("GET", base, path, cookie, fields, "");
    }
}
