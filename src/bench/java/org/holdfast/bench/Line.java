package org.holdfast.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One TCP connection, whatever is said on it. Belongs to the loop's thread. */
final class Line {
    private static final int FIRST_OUT = 1024;
    private static final int MOST_OUT = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final Reader reader;
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(FIRST_OUT);

    /** Bytes that were received and could not be read yet. */
    private byte[] rest = NOTHING;

    private boolean gone;

    /** Who is at this end of it. */
    interface Reader {
        void connected();

        /** @return up to where it is read; the rest is brought again, with what follows */
        int read(byte[] bytes, int from, int to);

        /** @param why empty: we closed it */
        void ended(String why);
    }

    Line(Reader reader) {
        this.reader = reader;
    }

    void open(Loop loop, URI server) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean now = channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        key = loop.register(channel, this);
        if (now) reader.connected();
        else key.interestOps(SelectionKey.OP_CONNECT);
    }

    void ready(byte[] buffer) {
        if (gone) return;
        try {
            if (key.isConnectable() && channel.finishConnect()) reader.connected();
            if (!gone && key.isWritable()) flush();
            if (!gone && key.isReadable()) receive(buffer);
        } catch (IOException e) {
            end(e.toString());
        }
    }

    /** Has so many bytes free; the caller flushes. */
    ByteBuffer out(int bytes) {
        if (out.remaining() >= bytes) return out;
        if (out.capacity() == MOST_OUT) throw new IllegalStateException("The server does not read");
        out = ByteBuffer.allocate(MOST_OUT).put(out.flip());
        return out;
    }

    void send(byte[] bytes) {
        out(bytes.length).put(bytes);
        flush();
    }

    void flush() {
        if (gone) return;
        try {
            channel.write(out.flip());
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        } catch (IOException e) {
            end(e.toString());
        } finally {
            out.compact();
        }
    }

    /** @param why empty: we wanted it */
    void end(String why) {
        if (gone) return;
        gone = true;
        reader.ended(why + closed());
    }

    private String closed() {
        try {
            if (channel != null) channel.close();
            return "";
        } catch (IOException e) {
            return ", " + e;
        }
    }

    private void receive(byte[] buffer) throws IOException {
        System.arraycopy(rest, 0, buffer, 0, rest.length);
        int count = channel.read(ByteBuffer.wrap(buffer, rest.length, buffer.length - rest.length));
        if (count < 0) {
            end("the line ended");
            return;
        }
        int to = rest.length + count;
        int from = reader.read(buffer, 0, to);
        rest = from == to ? NOTHING : Arrays.copyOfRange(buffer, from, to);
    }
}
