package org.holdfast.faults;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.holdfast.lab.Person;

/** An event stream whose reader has hardly a buffer of its own: what it does not read is the server's and the system's. */
final class SlowStream implements SlowLine {
    private static final int SMALL_BUFFER = 4 * 1024;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;

    SlowStream(Person person, String hello) throws IOException {
        // Before it connects: only then the window stays small.
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(person.base().getHost(), person.base().getPort()));
        var head = "POST /sse/chat HTTP/1.0\r\nHost: " + person.base().getAuthority() + "\r\nCookie: " + person.cookie()
                + "\r\nOrigin: " + person.origin() + "\r\nContent-Type: application/json\r\nContent-Length: "
                + hello.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + hello).getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public String next() throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine())
            if (line.startsWith("data: [")) return line.substring("data: ".length());
        throw new EOFException("ended");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
