package org.holdfast.lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Uploads that have begun, and do not go on. */
final class OpenUploads implements AutoCloseable {
    private final Shelf shelf;
    private final List<Socket> lines = new ArrayList<>();

    OpenUploads(Shelf shelf) {
        this.shelf = shelf;
    }

    void begin(int count) throws IOException {
        for (int n = 0; n < count; n++) lines.add(begin());
    }

    private Socket begin() throws IOException {
        var base = shelf.person().base();
        var line = new Socket(base.getHost(), base.getPort());
        var head = "POST /api/rooms/" + shelf.room() + "/files?name=slow.bin HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nCookie: " + shelf.person().cookie() + "\r\nOrigin: "
                + shelf.person().origin() + "\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Length: 1000000\r\n\r\nthe first bytes";
        line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    /** Their lines break. */
    @Override
    public void close() throws IOException {
        for (var line : lines) line.close();
    }
}
