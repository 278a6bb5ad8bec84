package org.holdfast.websocket;

import java.util.Iterator;
import java.util.function.Consumer;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.Trampoline;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** A WebSocket that reads a topic: what is one text elsewhere may be several messages here, since bytes have messages of their own. */
final class TopicConnection implements Connection {
    private final SocketConnection socket;
    private final TopicMessages messages;

    TopicConnection(SocketConnection socket, TopicMessages messages) {
        this.socket = socket;
        this.messages = messages;
    }

    SocketConnection socket() {
        return socket;
    }

    @Override
    public String name() {
        return socket.name();
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        new Sending(messages.of(text).iterator(), sent).begin();
    }

    @Override
    public int room() {
        return socket.room();
    }

    @Override
    public long movedAt() {
        return socket.movedAt();
    }

    @Override
    public long roundTrip() {
        return socket.roundTrip();
    }

    @Override
    public void ping() {
        socket.ping();
    }

    @Override
    public void close(CloseCode code) {
        socket.close(code);
    }

    /** One message after the other; a server may complete each at once, on the same stack. */
    private final class Sending {
        private final Iterator<TopicMessages.Message> rest;
        private final Consumer<Throwable> sent;
        private final Trampoline trampoline = new Trampoline(this::step);

        /** What went wrong. Handed from the completion to the next step by the trampoline. */
        private volatile Throwable failure;

        /** Of the trampoline alone. */
        private boolean told;

        Sending(Iterator<TopicMessages.Message> rest, Consumer<Throwable> sent) {
            this.rest = rest;
            this.sent = sent;
        }

        void begin() {
            trampoline.wake();
        }

        private boolean step() {
            if (told) return false;
            if (failure == null && rest.hasNext()) {
                send(rest.next());
                return true;
            }
            told = true;
            sent.accept(failure);
            return false;
        }

        private void send(TopicMessages.Message message) {
            if (message.text() != null) socket.send(message.text(), this::done);
            else socket.sendBinary(message.bytes(), this::done);
        }

        private void done(Throwable error) {
            failure = error;
            trampoline.resume();
        }
    }
}
