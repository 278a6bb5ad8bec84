package org.holdfast.lab;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The head of an HTTP message: its first line and its headers. */
final class Head {
    private Head() {}

    static List<String> read(DataInputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) lines.add(line);
        if (lines.isEmpty()) throw new EOFException("an empty head");
        return lines;
    }

    /** Byte by byte: what comes after the head is not ours to buffer. */
    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("after " + line);
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
