package org.holdfast.command;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.delivery.Connection;
import org.holdfast.log.Sequenced;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** Somebody who comes back on a transport without a network, and keeps what they are sent. */
final class Returning implements Connection {
    final Account account;
    private final Queue<Text> texts = new ConcurrentLinkedQueue<>();
    volatile CloseCode closed;

    Returning(Account account) {
        this.account = account;
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        texts.add(text);
        sent.accept(null);
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseCode code) {
        closed = code;
    }

    /** The sequences of a log, as they came. */
    List<Long> sequences(long log) {
        return texts.stream()
                .flatMap(text -> Sequenced.of(log, text.toString()).stream())
                .toList();
    }
}
