package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdfast.wire.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 5: after at most 128 KiB the peer has to show that it reads. */
class SocketConnectionTest {
    private static final Text HALF_A_WINDOW = new Text("x".repeat(64 * 1024));

    private final List<ByteBuffer> pings = new ArrayList<>();
    private Consumer<ByteBuffer> onPing = pings::add;
    private final AtomicInteger sent = new AtomicInteger();
    private final SocketConnection connection = new SocketConnection(
            proxy(Session.class, (self, method, arguments) -> {
                if (method.getName().equals("getAsyncRemote")) return remote();
                throw new UnsupportedOperationException(method.getName());
            }),
            new TextFrames(),
            10_000);

    /** A container that calls each text sent at once, whoever reads it. */
    private RemoteEndpoint.Async remote() {
        return proxy(RemoteEndpoint.Async.class, (self, method, arguments) -> {
            if (method.getName().equals("sendPing")) onPing.accept((ByteBuffer) arguments[0]);
            if (method.getName().equals("sendText")) ((SendHandler) arguments[1]).onResult(new SendResult());
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** To a peer that reads at once more is sent before it has to show that, up to a point. */
    @BeforeEach
    void showThatItReadsFast() {
        for (int n = 0; n < 3; n++) {
            send();
            if (pings.size() > n) connection.ponged(pings.get(n));
        }
        assertThat(connection.room()).isEqualTo(128 * 1024);
        send();
        if (sent.get() < 4) connection.ponged(pings.get(pings.size() - 1));
        pings.clear();
        sent.set(0);
    }

    private void send() {
        connection.send(HALF_A_WINDOW, error -> sent.incrementAndGet());
    }

    @Test
    void theSendThatFillsAWindowIsOverWithThePong() {
        send();
        assertThat(sent).hasValue(1);
        assertThat(pings).isEmpty();
        send();
        assertThat(sent).hasValue(1);
        assertThat(pings).hasSize(1);
        connection.ponged(pings.get(0));
        assertThat(sent).hasValue(2);
        send();
        assertThat(sent).hasValue(3);
    }

    @Test
    void whoAnswersWithoutHavingReadThePingHasNotRead() {
        send();
        send();
        connection.ponged(ByteBuffer.allocate(0));
        connection.ponged(ByteBuffer.wrap(new byte[] {'w'}));
        connection.ponged(ByteBuffer.allocate(pings.get(0).remaining()));
        assertThat(sent).hasValue(1);
        connection.ponged(pings.get(0));
        assertThat(sent).hasValue(2);
        connection.ponged(pings.get(0));
        assertThat(sent).hasValue(2);
    }

    /** Liberty refuses a text that is sent before the ping has returned, and the connection would end by that. */
    @Test
    void aPongThatOvertakesItsPingDoesNotBeginTheNextSend() {
        var before = new AtomicInteger();
        onPing = ping -> {
            connection.ponged(ping);
            before.set(sent.get());
        };
        send();
        send();
        assertThat(before).hasValue(1);
        assertThat(sent).hasValue(2);
    }

    @Test
    void whereNoPingCanBeSentNothingIsWaitedFor() {
        onPing = ping -> {
            throw new IllegalStateException("as a session that is closed");
        };
        send();
        send();
        assertThat(sent).hasValue(2);
    }

    @Test
    void noTwoPingsCarryTheSame() {
        for (int window = 0; window < 2; window++) {
            send();
            send();
            connection.ponged(pings.get(window));
        }
        assertThat(pings.get(0)).isNotEqualTo(pings.get(1));
    }
}
