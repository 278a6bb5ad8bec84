package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed is acknowledged and announced, whatever fails after the commit. */
class AnnouncementTest {
    @TempDir
    Path folder;

    private final List<Event> heard = Collections.synchronizedList(new ArrayList<>());
    private LogServer server;
    private volatile boolean isDeaf;

    @BeforeEach
    void start() {
        server = new LogServer(folder, 64);
        server.writer.announceTo(events -> {
            if (isDeaf) throw new IllegalStateException("deaf");
            heard.addAll(events);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFaultAfterTheCommitIsNoFaultOfTheSender() throws Exception {
        long log = server.newLog();
        isDeaf = true;
        Event event = post(log, "while-deaf");
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(server.writer.isBehind()).isTrue();
        assertThat(heard).isEmpty();

        isDeaf = false;
        server.writer.makeUp();
        assertThat(heard).containsExactly(event);
        assertThat(server.writer.isBehind()).isFalse();
    }

    @Test
    void anErrorInOneWriteIsAnsweredAndTheWriterGoesOn() throws Exception {
        long log = server.newLog();
        var broken = server.writer.submit(transaction -> {
            throw new StackOverflowError("broken");
        });
        assertThat(broken.toCompletableFuture().handle((events, error) -> error).get(10, TimeUnit.SECONDS))
                .isNotNull();
        assertThat(post(log, "afterwards").sequence()).isEqualTo(1);
    }

    @Test
    void aWriteThatMemoryDoesNotFollowDoesNotHoldUpTheOthersOfItsGroup() throws Exception {
        Held held = new Held();
        LogWriter writer = new LogWriter(server.jdbi, server.store, server.logs, held, 10, 10);
        writer.announceTo(heard::addAll);
        long log = server.newLog();
        List<Event> followed = new ArrayList<>();
        var broken = writer.submit(post(log, "first-message", events -> {
            throw new IllegalStateException("broken");
        }));
        var whole = writer.submit(post(log, "second-message", followed::addAll));
        held.run();
        assertThat(broken.toCompletableFuture().get(10, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(whole.toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo(followed);
        assertThat(heard).extracting(Event::sequence).containsExactly(1L, 2L);
    }

    private static Write post(long log, String id, Consumer<List<Event>> committed) {
        return new Write() {
            @Override
            public List<Draft> drafts(Handle transaction) {
                return List.of(LogServer.draft(log, id, "text"));
            }

            @Override
            public void committed(List<Event> events) {
                committed.accept(events);
            }
        };
    }

    private Event post(long log, String id) throws Exception {
        return server.writer
                .submit(LogServer.post(log, id, "text"))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .get(0);
    }
}
