package org.holdfast.sse;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.holdfast.Holds;
import org.holdfast.delivery.Admission;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Drain;
import org.holdfast.delivery.DrainEnded;
import org.holdfast.delivery.Fanout;
import org.holdfast.delivery.Workers;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;

/** Protocol section 5.2: who waits for a notice, and how many may. */
class ReconnectNoticesTest {
    private final Settings settings =
            Settings.of(Map.of("holdfast.reconnect.waiting", "5", "holdfast.connections.per.account", "3"));
    private final Workers workers = new Workers(Runnable::run, Runnable::run, Runnable::run);
    private final ConnectionRegistry registry =
            new ConnectionRegistry(new Fanout(workers, settings), workers, null, new Rosters(settings), settings);
    private final Drain drain = new Drain(registry, proxy(jakarta.enterprise.event.Event.class, (self, method, of) -> {
        ended();
        return null;
    }));
    private final ReconnectNotices notices = new ReconnectNotices(new Admission(settings), drain, workers, settings);
    private final List<String> broadcasts = new ArrayList<>();
    private final Sse sse = proxy(Sse.class, (self, method, of) -> switch (method.getName()) {
        case "newEvent" -> event(of[0] + " " + of[1]);
        case "newBroadcaster" ->
            proxy(SseBroadcaster.class, (broadcaster, call, with) -> {
                if (call.getName().equals("broadcast")) broadcasts.add(String.valueOf(with[0]));
                return null;
            });
        default -> builder();
    });

    private void ended() {
        notices.drained(new DrainEnded());
    }

    @Test
    void whoeverHasItsNoticeIsNotCountedAnyMore() {
        for (int n = 0; n < 100; n++) {
            Sink sink = open("anna");
            assertThat(sink.told).singleElement().asString().startsWith("notice");
            assertThat(sink.closed).isTrue();
        }
        assertThat(notices.size()).isZero();
    }

    @Test
    @Holds("7: reconnect streams of all")
    void aClientThatComesAndGoesDoesNotTakeThePlacesOfOthers() {
        drain.begin(0, 1);
        List<Sink> flapping = new ArrayList<>();
        for (int n = 0; n < 50; n++) flapping.add(open("mallory"));
        assertThat(flapping.stream().filter(sink -> !sink.closed)).hasSize(3);
        assertThat(flapping.get(3).told).containsExactly("close {}");
        assertThat(open("anna").told).containsExactly("wait {\"reason\":\"draining\"}");
        open("ben");
        assertThat(open("cleo").told).as("all places are taken").containsExactly("close {}");
        assertThat(notices.size()).isEqualTo(5);
    }

    @Test
    void thePlaceOfAClientThatWentIsFreeWithTheNextLookAfterThem() {
        drain.begin(0, 1);
        List<Sink> gone = List.of(open("anna"), open("anna"), open("anna"));
        gone.forEach(sink -> sink.closed = true);
        notices.beat(new Beat(10_000));
        assertThat(notices.size()).isZero();
        assertThat(broadcasts).hasSize(1);
        assertThat(open("anna").closed).isFalse();
    }

    @Test
    void theEndOfADrainTellsEachItsSlotAndIsTheEndOfTheStream() {
        drain.begin(0, 1);
        List<Sink> waiting = List.of(open("anna"), open("ben"));
        drain.end();
        assertThat(waiting).allSatisfy(sink -> {
            assertThat(sink.told).hasSize(2).last().asString().startsWith("notice");
            assertThat(sink.closed).isTrue();
        });
        assertThat(notices.size()).isZero();
    }

    @Test
    void theFirstWhoEverWaitsIsToldThoughTheDrainEndsAtOnce() {
        drain.begin(0, 1);
        Sink first = new Sink();
        first.whenToldToWait = drain::end;
        notices.open(first, sse, "anna");
        assertThat(first.told).hasSize(2).last().asString().startsWith("notice");
        assertThat(first.closed).isTrue();
    }

    @Test
    void whoWentMeanwhileKeepsNobodyFromTheirSlot() {
        drain.begin(0, 1);
        List<Sink> waiting = List.of(open("anna"), open("ben"), open("cleo"));
        waiting.get(0).closed = true;
        drain.end();
        assertThat(waiting.subList(1, 3))
                .allSatisfy(sink ->
                        assertThat(sink.closed).as("told and sent on its way").isTrue());
        assertThat(notices.size()).isZero();
    }

    private Sink open(String owner) {
        Sink sink = new Sink();
        notices.open(sink, sse, owner);
        return sink;
    }

    private static OutboundSseEvent event(String text) {
        return proxy(OutboundSseEvent.class, (self, method, of) -> text);
    }

    private static OutboundSseEvent.Builder builder() {
        return proxy(
                OutboundSseEvent.Builder.class,
                (self, method, of) -> method.getName().equals("build") ? event("comment") : self);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Sink implements SseEventSink {
        final List<String> told = new ArrayList<>();
        Runnable whenToldToWait = () -> {};
        boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletableFuture<?> send(OutboundSseEvent event) {
            if (closed) throw new IllegalStateException("closed, as JAX-RS wants it");
            told.add(event.toString());
            if (told.size() == 1) whenToldToWait.run();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
