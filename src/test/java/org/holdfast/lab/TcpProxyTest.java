package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int SILENCE = 200;

    private final Echo echo = new Echo();
    private final TcpProxy proxy = new TcpProxy(echo.port());
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) socket.close();
        proxy.close();
        echo.close();
    }

    @Test
    void passesBytesBothWaysAndCountsThem() throws IOException {
        var client = connect();
        assertThat(echoed(client, "hello")).isEqualTo("hello");
        await().until(() -> proxy.bytesUp() == 5 && proxy.bytesDown() == 5);
        assertThat(proxy.accepted()).isEqualTo(1);
        assertThat(proxy.open()).isEqualTo(1);
    }

    @Test
    void passesTheEndOfAStream() throws IOException {
        var client = connect();
        assertThat(echoed(client, "last")).isEqualTo("last");
        client.shutdownOutput();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        await().until(() -> proxy.open() == 0 && echo.open() == 0);
    }

    @Test
    void resetEndsBothSidesAtOnceAndLetsNewOnesPass() throws IOException {
        var client = connect();
        assertThat(echoed(client, "a")).isEqualTo("a");
        proxy.reset();
        assertThatThrownBy(() -> client.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        await().until(() -> echo.open() == 0);
        assertThat(proxy.cut()).isEqualTo(1);
        assertThat(echoed(connect(), "b")).isEqualTo("b");
    }

    @Test
    void silenceKeepsConnectionsOpenAndMovesNothingUntilItEnds() throws IOException {
        var before = connect();
        assertThat(echoed(before, "a")).isEqualTo("a");
        proxy.silence();
        var during = connect();
        send(before, "b");
        send(during, "c");
        assertSilent(before);
        assertSilent(during);
        assertThat(proxy.bytesUp()).isEqualTo(1);
        proxy.pass();
        assertThat(received(before, 1)).isEqualTo("b");
        assertThat(received(during, 1)).isEqualTo("c");
    }

    @Test
    void silenceHidesTheEndOfTheServersSide() throws IOException {
        var client = connect();
        assertThat(echoed(client, "a")).isEqualTo("a");
        proxy.silenceDown();
        client.shutdownOutput();
        await().until(() -> echo.open() == 0);
        assertSilent(client);
    }

    @Test
    void silenceInOneDirectionLetsTheOtherPass() throws IOException {
        var client = connect();
        assertThat(echoed(client, "a")).isEqualTo("a");
        proxy.silenceDown();
        send(client, "b");
        await().until(() -> proxy.bytesUp() == 2);
        assertSilent(client);
        assertThat(proxy.bytesDown()).isEqualTo(1);
        proxy.pass();
        assertThat(received(client, 1)).isEqualTo("b");
        proxy.silenceUp();
        send(client, "c");
        assertSilent(client);
        assertThat(proxy.bytesUp()).isEqualTo(2);
    }

    @Test
    void refusesNewConnectionsAndKeepsOldOnes() throws IOException {
        var client = connect();
        assertThat(echoed(client, "a")).isEqualTo("a");
        proxy.refuse();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        assertThat(echoed(client, "b")).isEqualTo("b");
        proxy.pass();
        assertThat(echoed(connect(), "c")).isEqualTo("c");
    }

    @Test
    void holdsEachPieceForTheDelay() throws IOException {
        proxy.delay(Duration.ofMillis(150));
        assertThat(elapsed("late")).isBetween(300L, 3000L);
    }

    @Test
    void limitsTheBandwidth() throws IOException {
        proxy.bandwidth(10_000);
        assertThat(elapsed("x".repeat(3_000))).isBetween(300L, 5000L);
    }

    @Test
    void slicesWritesIntoSmallPieces() throws IOException {
        proxy.slice(1);
        // Else a reader who comes late finds all the pieces together.
        proxy.bandwidth(20);
        var client = connect();
        send(client, "sliced");
        var piece = new byte[6];
        var first = client.getInputStream().read(piece);
        assertThat(first).isLessThan(6);
        assertThat(received(client, 6 - first)).isEqualTo("sliced".substring(first));
    }

    @Test
    void sendsNewConnectionsToANewUpstream() throws IOException {
        try (var other = new Echo()) {
            var old = connect();
            assertThat(echoed(old, "a")).isEqualTo("a");
            proxy.upstream(other.port());
            assertThat(echoed(connect(), "b")).isEqualTo("b");
            assertThat(other.open()).isEqualTo(1);
            assertThat(echoed(old, "c")).isEqualTo("c");
        }
    }

    @Test
    void resetsAConnectionWhoseServerIsDown() throws IOException {
        echo.close();
        var client = connect();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        assertThat(proxy.open()).isZero();
    }

    private long elapsed(String text) throws IOException {
        var client = connect();
        var began = System.nanoTime();
        assertThat(echoed(client, text)).isEqualTo(text);
        return (System.nanoTime() - began) / 1_000_000;
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String echoed(Socket socket, String text) throws IOException {
        send(socket, text);
        return received(socket, text.length());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String received(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(10_000);
    }
}
