package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A small real server that answers every byte with itself. */
final class Echo implements AutoCloseable {
    private final ServerSocket listener;
    private final AtomicInteger open = new AtomicInteger();
    private final Thread acceptor;

    Echo() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = TcpProxy.daemon("echo", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Connections open now, as the server sees it. */
    int open() {
        return open.get();
    }

    /** The system goes on accepting until the acceptor has let go of the closed socket. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                open.incrementAndGet();
                TcpProxy.daemon("echo-line", () -> echo(socket));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException broken) {
            // The count below is all that a test asks for.
        } finally {
            open.decrementAndGet();
        }
    }
}
