package org.holdfast.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Fanout;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Workers;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Text;
import org.junit.jupiter.api.Test;

/** Protocol sections 4 and 5.1: what is done for a connection that is about to be closed, and what it is told. */
class CommandsTest {
    private static final String PING = "{\"type\":\"ping\",\"data\":{}}";

    /** The lanes run when told: a reply waits meanwhile, as on a busy server. */
    private final Queue<Runnable> lanes = new ArrayDeque<>();

    private final List<String> sent = new ArrayList<>();
    private final List<String> carriedOut = new ArrayList<>();
    private Consumer<Subscriber> onCommand = sender -> {};

    private final Settings settings =
            Settings.of(Map.of("holdfast.commands.rate", "1", "holdfast.commands.burst", "100"));
    private final Workers workers = new Workers(lanes::add, Runnable::run, Runnable::run);
    private final ConnectionRegistry registry =
            new ConnectionRegistry(new Fanout(workers, settings), workers, null, new Rosters(settings), settings);
    private final Subscriber subscriber =
            registry.open(new Wire(), new Login(new Account(1, 0, "anna", "Anna", Role.MEMBER), "token"), 0);
    private final Commands commands = new Commands(List.of(new Noted(), new Hello(null)), new Pace(settings), settings);

    @Test
    void nothingIsCarriedOutOnceTheCloseIsDecided() {
        onCommand = sender -> {
            if (carriedOut.size() == 2) sender.close(CloseCode.REPLACED);
        };
        commands.receive(subscriber, notes(5));
        assertThat(carriedOut).hasSize(2);
        commands.receive(subscriber, notes(1));
        assertThat(carriedOut).hasSize(2);
        assertThat(sent).containsExactly("close 4409");
    }

    @Test
    void whoSendsNoFramesIsToldSoEachTimeBeforeTheClose() {
        for (int n = 0; n < 5; n++) commands.receive(subscriber, "no frame");
        commands.receive(subscriber, notes(1));
        runLanes();
        assertThat(sent).hasSize(2).last().isEqualTo("close 1008");
        assertThat(sent.get(0).split("bad_frame", -1)).hasSize(6);
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void whoFloodsIsToldSoBeforeTheCloseAndNotCarriedOutAfterIt() {
        for (int n = 0; n < 30; n++) {
            commands.receive(subscriber, notes(60));
            runLanes();
        }
        assertThat(sent).last().isEqualTo("close 4429");
        int refusals = String.join("", sent).split("rate_limited", -1).length - 1;
        assertThat(refusals).isGreaterThanOrEqualTo(1_000);
        assertThat(refusals + carriedOut.size()).isLessThan(30 * 60);
    }

    @Test
    void aHelloThatCanNotBeReadIsRefusedAndThenClosed() {
        commands.receive(subscriber, "[{\"type\":\"hello\",\"data\":{}}," + PING + "]");
        runLanes();
        assertThat(sent).hasSize(2).last().isEqualTo("close 4400");
        assertThat(sent.get(0)).contains("bad_field").doesNotContain("hello_required");
    }

    private static String notes(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "{\"type\":\"note\",\"data\":{}}")) + "]";
    }

    private void runLanes() {
        for (Runnable task = lanes.poll(); task != null; task = lanes.poll()) task.run();
    }

    /** Stands for any command; allowed before the welcome, as only a hello is. */
    private final class Noted extends Hello {
        Noted() {
            super(null);
        }

        @Override
        public String type() {
            return "note";
        }

        @Override
        public void carryOut(Caller sender, Fields data) {
            carriedOut.add("note");
            onCommand.accept((Subscriber) sender);
        }
    }

    private final class Wire implements Connection {
        @Override
        public String name() {
            return "wire";
        }

        @Override
        public void send(Text text, Consumer<Throwable> done) {
            sent.add(text.toString());
            done.accept(null);
        }

        @Override
        public void ping() {
            sent.add("ping");
        }

        @Override
        public void close(CloseCode code) {
            sent.add("close " + code.number());
        }
    }
}
