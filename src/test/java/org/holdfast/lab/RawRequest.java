package org.holdfast.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request on a bare socket, its path spelled as no decent client would, and all that is answered until the server closes. */
record RawRequest(String head, String body) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private interface Reading {
        String of(DataInputStream in) throws IOException;
    }

    static RawRequest get(URI base, String path, Map<String, String> headers) {
        return send(base, "GET " + path, headers);
    }

    /** @param what method and path */
    static RawRequest send(URI base, String what, Map<String, String> headers) {
        return raw(base, request(base, what, headers));
    }

    /** Of an answer that may never end, the head. */
    static RawRequest head(URI base, String path, Map<String, String> headers) {
        return asked(base, request(base, "GET " + path, headers), in -> String.join("\r\n", Head.read(in)));
    }

    static RawRequest raw(URI base, String text) {
        return asked(base, text, in -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String request(URI base, String what, Map<String, String> headers) {
        var lines = new StringBuilder(what + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n");
        headers.forEach((name, value) -> lines.append(name + ": " + value + "\r\n"));
        return lines + "\r\n";
    }

    private static RawRequest asked(URI base, String text, Reading reading) {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return of(reading.of(new DataInputStream(socket.getInputStream())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawRequest of(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        return end < 0
                ? new RawRequest(answer, "")
                : new RawRequest(answer.substring(0, end), answer.substring(end + 4));
    }

    int status() {
        return Integer.parseInt(head.split(" ")[1]);
    }

    /** The values of a header. */
    List<String> header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }
}
