package org.holdfast.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Somebody who opens an event stream and does not read it. */
final class MuteStream implements AutoCloseable {
    private static final int SMALL_BUFFER = 4 * 1024;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();

    MuteStream(Person person) throws IOException {
        this(person, "sse/chat");
    }

    MuteStream(Person person, String path) throws IOException {
        // Before it connects: only then the window stays small.
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(person.base().getHost(), person.base().getPort()));
        var head = "GET " + person.base().resolve(path).getPath() + " HTTP/1.1\r\nHost: "
                + person.base().getAuthority() + "\r\nCookie: " + person.cookie() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Waits until the answer begins. */
    MuteStream begun() throws IOException {
        if (socket.getInputStream().read() < 0) throw new EOFException("Nothing was answered");
        return this;
    }

    /** Reads at last, all that there is until the server's end. */
    String rest() throws IOException {
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
