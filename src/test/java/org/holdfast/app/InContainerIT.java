package org.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.sse.SseEventSource;
import java.net.URL;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.message.Messages;
import org.holdfast.room.RoomKind;
import org.holdfast.room.Rooms;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only the container can show: injection, its timer, its threads, and its own SSE client. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {
    private static final long PATIENCE_SECONDS = 30;

    @Inject
    private Accounts accounts;

    @Inject
    private Rooms rooms;

    @Inject
    private Messages messages;

    @Inject
    private EventStore store;

    @Inject
    private BeatCounter beats;

    @ArquillianResource
    private URL base;

    @Deployment
    static WebArchive war() {
        return Archive.war().addClasses(InContainerIT.class, BeatCounter.class, Archive.class);
    }

    @Test
    void aMessageIsInTheStoreWhenItsStageCompletes() throws Exception {
        String name = "in-container-" + System.nanoTime();
        Account account = accounts.signUp(name, name, "a long enough secret");
        long room = rooms.create(account, name, "", RoomKind.PUBLIC)
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Event event = messages.post(account, room, "message-0001", "Good morning")
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<Event> stored = store.after(room, event.sequence() - 1, 1);
        assertEquals(List.of(event), stored);
    }

    @Test
    void theTimerItselfBeats() throws Exception {
        assertTrue(beats.await(2, PATIENCE_SECONDS), "two beats of the timer within " + PATIENCE_SECONDS + " s");
    }

    @Test
    void theReconnectStreamGivesANoticeAtOnce() throws Exception {
        BlockingQueue<String> notices = new ArrayBlockingQueue<>(10);
        var target = ClientBuilder.newClient().target(base + "api/reconnect");
        try (SseEventSource source = SseEventSource.target(target).build()) {
            source.register(event -> notices.offer(event.getName() + " " + event.readData()));
            source.open();
            String first = notices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(first, "a notice");
            assertTrue(first.matches("notice \\{\"after\":\\d+}"), first);
        }
    }
}
