package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.holdfast.lab.ScriptedServer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawWebSocketTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ScriptedServer server = new ScriptedServer();
    private RawWebSocket socket;
    private Peer peer;

    @BeforeEach
    void connect() throws Exception {
        socket = RawWebSocket.of(Person.signUp(server.uri(), "mallory"));
        peer = server.next();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
    }

    @Test
    void speaksLikeAClientThatBehaves() throws IOException {
        socket.text("{\"type\":\"ping\",\"data\":{\"n\":4}}");
        assertThat(peer.expect("ping").getInt("n")).isEqualTo(4);
        peer.write(new WebSocketFrame(true, WebSocketFrame.PING, new byte[0]));
        peer.say("{\"type\":\"pong\"}");
        assertThat(socket.nextText(SOON)).isEqualTo("[{\"type\":\"pong\"}]");
        peer.write(WebSocketFrame.close(4408));
        assertThat(socket.closeCode(SOON)).isEqualTo(4408);
    }

    @Test
    void sendsTextOfEachLengthOfHead() throws IOException {
        for (var length : List.of(125, 126, 65_535, 65_536, 70_000)) {
            socket.text("x".repeat(length));
            assertThat(WebSocketFrame.read(peer.in()).payload()).hasSize(length);
        }
    }

    @Test
    void sendsFragmentsAndBytesThatAreNoText() throws IOException {
        socket.fragments(List.of("a", "b", "c"));
        assertThat(frames(3)).extracting(WebSocketFrame::opcode).containsExactly(1, 0, 0);
        socket.textBytes(new byte[] {(byte) 0xC3, 0x28});
        assertThat(WebSocketFrame.read(peer.in()).payload()).containsExactly(0xC3, 0x28);
    }

    @Test
    void promisesMoreThanItSendsAndForgetsTheMask() throws IOException {
        socket.promise(200_000_000);
        assertThat(head(14)[1] & 128).isEqualTo(128);
        socket.unmasked("naked");
        assertThat(head(2)[1] & 128).isZero();
    }

    @Test
    void saysHowTheLineEnded() throws IOException {
        assertThatThrownBy(() -> socket.closeCode(Duration.ofMillis(50))).hasMessageContaining("still open");
        peer.cut();
        assertThat(socket.closeCode(SOON)).isEqualTo(1006);
    }

    @Test
    void breaksTheLineWithReset() throws IOException {
        socket.reset();
        assertThatThrownBy(() -> peer.in().read()).isInstanceOf(SocketException.class);
    }

    @Test
    void saysWithWhichStatusAHandshakeWasRefused() throws IOException {
        try (var refused = RawWebSocket.open(server.uri(), "elsewhere", Map.of())) {
            assertThat(refused.isOpen()).isFalse();
            assertThat(refused.status()).isEqualTo(404);
        }
    }

    private List<WebSocketFrame> frames(int count) throws IOException {
        var frames = new java.util.ArrayList<WebSocketFrame>();
        for (int i = 0; i < count; i++) frames.add(WebSocketFrame.read(peer.in()));
        return frames;
    }

    private byte[] head(int length) throws IOException {
        var head = new byte[length];
        new DataInputStream(peer.in()).readFully(head);
        return head;
    }
}
