package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a line is cut: by bytes, in the handshake, and at its end. */
class TcpProxyCutTest {
    private final Echo echo = new Echo();
    private final TcpProxy proxy = new TcpProxy(echo.port());

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void cutsInTheMiddleOfWhatTheServerSends() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client, "before", 6)).isEqualTo("before");
            // They are counted when they are gone already.
            await().until(() -> proxy.bytesDown() == 6);
            proxy.cutDownAfter(3);
            assertThat("hal").startsWith(untilCut(client, "halves"));
            await().until(() -> proxy.bytesDown() == 9);
        }
    }

    @Test
    void cutsInTheMiddleOfWhatAClientSends() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client, "a", 1)).isEqualTo("a");
            await().until(() -> proxy.bytesUp() == 1);
            proxy.cutUpAfter(2);
            client.getOutputStream().write("bcde".getBytes(StandardCharsets.US_ASCII));
            await().atMost(Duration.ofSeconds(5)).until(() -> proxy.open() == 0);
            assertThat(proxy.bytesUp()).isEqualTo(3);
        }
    }

    @Test
    void cutsTheNextChatConnectionsAndNoOthers() throws IOException {
        proxy.snare(5, 7);
        try (var other = connect()) {
            assertThat(echoed(other, "GET /api/reconnect", 18)).isEqualTo("GET /api/reconnect");
        }
        for (var most : new String[] {"GET /", "GET /ws"}) {
            try (var chat = connect()) {
                assertThat(most).startsWith(untilCut(chat, "GET /ws/chat HTTP/1.1"));
            }
        }
        assertThat(proxy.snares()).isZero();
    }

    @Test
    void tellsTheEndOfAStreamLate() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client, "a", 1)).isEqualTo("a");
            proxy.closeSlowly(Duration.ofMillis(300));
            var began = System.nanoTime();
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(System.nanoTime() - began).isGreaterThan(300_000_000);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String echoed(Socket socket, String text, int length) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    /** What comes before the RST, which may overtake what the client has not read yet. */
    private static String untilCut(Socket socket, String text) throws IOException {
        var came = new StringBuilder();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> {
                    for (int next = 0; next >= 0; came.append((char) next))
                        next = socket.getInputStream().read();
                })
                .isInstanceOf(SocketException.class);
        return came.toString();
    }
}
