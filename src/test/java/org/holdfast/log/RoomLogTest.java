package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomLogTest {
    private static final int RING = 64;

    @TempDir
    Path folder;

    private LogServer server;

    @BeforeEach
    void start() {
        server = new LogServer(folder, RING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A log that has grown while it was in memory. */
    private RoomLog grown(int events) {
        RoomLog log = server.open(server.newLog());
        server.commitElsewhere(log.id(), 1, events - 1);
        server.append(log.id());
        return log;
    }

    @Test
    void whatWasThereBeforeItIsReadInPages() {
        RoomLog log = server.open(server.newLog(10));
        assertThat(log.head()).isEqualTo(10);
        assertThat(log.base()).isEqualTo(10);
        assertThat(log.after(9, Long.MAX_VALUE)).isNull();
    }

    @Test
    void subscribersAtOnePositionShareOneText() {
        RoomLog log = grown(10);
        Slice slice = log.after(4, Long.MAX_VALUE);
        assertThat(Sequenced.in(slice.text())).isEqualTo(Sequenced.range(5, 10));
        assertThat(log.after(4, Long.MAX_VALUE)).isSameAs(slice);
        assertThat(log.after(4, 10)).isSameAs(slice);
        server.append(log.id());
        assertThat(log.after(4, Long.MAX_VALUE).to()).isEqualTo(11);
        assertThat(log.after(4, 10)).isEqualTo(slice);
    }

    /** A crowd far behind: each text is full, and ends before the head. */
    @Test
    void subscribersAtOnePositionShareAFullText() {
        RoomLog log = grown(RING);
        Slice slice = log.after(0, Long.MAX_VALUE);
        assertThat(slice.to()).as("premise: it is cut").isLessThan(RING);
        assertThat(log.after(0, Long.MAX_VALUE)).isSameAs(slice);
        assertThat(log.after(0, slice.to())).isEqualTo(slice);
        assertThat(log.after(0, slice.to() - 1).to()).isEqualTo(slice.to() - 1);
    }

    @Test
    void nothingIsGivenBeyondTheLast() {
        RoomLog log = grown(20);
        assertThat(Sequenced.in(log.after(4, Long.MAX_VALUE).text())).endsWith(20L);
        assertThat(Sequenced.in(log.after(4, 9).text())).isEqualTo(Sequenced.range(5, 9));
        assertThat(Sequenced.in(log.after(4, 5).text())).containsExactly(5L);
    }

    @Test
    void whatIsOlderThanTheRingIsNotHere() {
        RoomLog log = grown(RING + 10);
        assertThat(log.after(9, Long.MAX_VALUE)).isNull();
        server.append(log.id());
        assertThat(log.after(10, Long.MAX_VALUE)).isNull();
        assertThat(Sequenced.in(log.after(11, Long.MAX_VALUE).text())).startsWith(12L);
    }

    @Test
    void anEventIsTakenOnceAndInOrder() {
        RoomLog log = server.open(server.newLog(3));
        List<Event> events = server.store.after(log.id(), 0, 3);
        assertThat(log.append(events.get(2))).isTrue();
        assertThat(log.append(events.get(0))).isTrue();
        assertThat(log.head()).isEqualTo(3);
        Event fifth = LogServer.draft(log.id(), null, "x").at(5, 1);
        assertThat(log.append(fifth)).as("the fourth is missing").isFalse();
        assertThat(log.head()).isEqualTo(3);
    }
}
