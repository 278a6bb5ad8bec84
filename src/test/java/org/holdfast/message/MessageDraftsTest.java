package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.8. */
class MessageDraftsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        room = done(server.create(anna, "Lobby", ""));
        done(server.rooms.join(ben, room));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Event> keep(long thread, String text) {
        return done(server.drafts.keep(ben, new MessageDraft(room, thread, text)));
    }

    private long say(int number) {
        return done(server.messages.post(ben, room, "message-" + number, "hello"))
                .sequence();
    }

    private List<String> texts(Account account) {
        return server.drafts.of(account).drafts().stream()
                .map(MessageDraft::text)
                .toList();
    }

    @Test
    void theNewestIsKeptAndTheLogOfTheAccountTellsOfItWithoutItsWords() {
        keep(0, "half a");
        Event event = keep(0, "half a thought").get(0);
        assertThat(texts(ben)).containsExactly("half a thought");
        assertThat(texts(anna)).as("nobody else's").isEmpty();
        assertThat(event.log()).isEqualTo(ben.log());
        assertThat(event.type()).isEqualTo("draft");
        assertThat(event.body()).isEqualTo("{\"room\":" + room + "}");
        assertThat(server.drafts.of(ben).head()).isEqualTo(event.sequence());
    }

    @Test
    void anEmptyOneIsGone() {
        assertThat(keep(0, "")).as("there was none").isEmpty();
        keep(0, "half a thought");
        assertThat(keep(0, ""))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo("{\"room\":" + room + ",\"gone\":true}"));
        assertThat(texts(ben)).isEmpty();
    }

    @Test
    void eachThreadHasItsOwn() {
        keep(0, "to all");
        long thread = say(1);
        assertThat(keep(thread, "to the thread").get(0).body())
                .isEqualTo("{\"room\":" + room + ",\"thread\":" + thread + "}");
        assertThat(texts(ben)).containsExactly("to all", "to the thread");
        keep(0, "");
        assertThat(texts(ben)).containsExactly("to the thread");
    }

    @Test
    void nothingIsKeptForAThreadThatIsNotInTheRoom() {
        long thread = say(1);
        long other = done(server.create(ben, "Cellar", ""));
        refused(Code.NOT_FOUND, () -> server.drafts.keep(ben, new MessageDraft(other, thread, "half a")));
        refused(Code.NOT_FOUND, () -> server.drafts.keep(ben, new MessageDraft(room, thread + 1, "half a")));
        refused(Code.NOT_FOUND, () -> server.drafts.keep(ben, new MessageDraft(room, -1, "half a")));
        assertThat(texts(ben)).isEmpty();
    }

    @Test
    void nothingIsKeptOrToldOfARoomThatOneIsNotIn() {
        keep(0, "half a thought");
        done(server.rooms.leave(ben, room));
        assertThat(texts(ben)).isEmpty();
        refused(Code.NOT_FOUND, () -> server.drafts.keep(ben, new MessageDraft(room, 0, "more")));
    }

    @Test
    void theOldestMakePlace() {
        long first = say(1);
        IntStream.rangeClosed(2, Drafting.MOST + 5)
                .mapToObj(number -> server.messages.post(ben, room, "message-" + number, "hello"))
                .toList()
                .forEach(RoomServer::done);
        for (int each = 1; each <= Drafting.MOST + 5; each++) keep(first + each - 1, "text " + each);
        assertThat(texts(ben))
                .hasSizeBetween(Drafting.MOST / 2, Drafting.MOST)
                .contains("text " + (Drafting.MOST + 5))
                .doesNotContain("text 1");
    }

    @Test
    void whatNoDatabaseKeepsIsRefused() {
        refused(Code.BAD_FIELD, () -> server.drafts.keep(ben, new MessageDraft(room, 0, "a\0b")));
    }
}
