package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.account.Account;
import org.holdfast.log.Author;
import org.holdfast.room.RoomRole;
import org.holdfast.room.RoomServer;
import org.holdfast.room.RoomSettings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.9. */
class ReceiptsTest {
    private static final RoomSettings ON = new RoomSettings(null, null, null, true);

    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private Account cleo;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        cleo = server.account("cleo");
        room = done(server.create(anna, "Lobby", ""));
        for (Account each : List.of(ben, cleo)) done(server.rooms.join(each, room));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void turnOn() {
        assertThat(done(server.rooms.change(anna, room, ON, transaction -> {})))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo("{\"receipts\":true}"));
    }

    private List<String> readers(long message) {
        return server.receipts.of(ben, room, message).people().stream()
                .map(Author::name)
                .toList();
    }

    private long post(Account by) {
        return done(server.messages.post(by, room, "message-of-" + by.name(), "hello"))
                .sequence();
    }

    private void forbidden(Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
    }

    @Test
    void whoHasReadAsFarAsAMessageIsShownButForItsAuthor() {
        turnOn();
        long message = post(anna);
        assertThat(server.receipts.of(ben, room, message).count()).isZero();
        assertThat(server.receipts.of(ben, room, message).others()).isEqualTo(2);
        done(server.rooms.read(cleo, room, message));
        done(server.rooms.read(anna, room, message));
        assertThat(readers(message)).containsExactly("cleo");
        done(server.rooms.readBack(cleo, room, message - 1));
        assertThat(readers(message)).isEmpty();
    }

    @Test
    void ofVeryManyReadersTheFirstAreNamedAndAllAreCounted() {
        turnOn();
        List<Account> many = IntStream.rangeClosed(1, Receipts.MOST_NAMES)
                .mapToObj(number -> server.account("reader%03d".formatted(number)))
                .toList();
        many.stream().map(each -> server.rooms.join(each, room)).toList().forEach(RoomServer::done);
        long message = post(anna);
        done(server.rooms.read(ben, room, message));
        many.stream()
                .map(each -> server.rooms.read(each, room, message))
                .toList()
                .forEach(RoomServer::done);
        Receipts.Readers readers = server.receipts.of(ben, room, message);
        assertThat(readers.people())
                .hasSize(Receipts.MOST_NAMES)
                .startsWith(ben.author())
                .doesNotContain(many.get(many.size() - 1).author());
        assertThat(readers.count()).isEqualTo(Receipts.MOST_NAMES + 1);
        assertThat(readers.others()).isEqualTo(Receipts.MOST_NAMES + 2);
    }

    @Test
    void whoCameLaterIsNoReaderThoughTheirMarkIsBeyondIt() throws InterruptedException {
        turnOn();
        long message = post(anna);
        long posted = System.currentTimeMillis();
        while (System.currentTimeMillis() <= posted) Thread.onSpinWait();
        done(server.rooms.join(server.account("dora"), room));
        assertThat(server.receipts.of(ben, room, message).others()).isEqualTo(2);
        assertThat(readers(message)).isEmpty();
    }

    @Test
    void itIsShownOnlyWhileTheOwnerWantsItAndAllAreTold() {
        long message = post(anna);
        forbidden(() -> server.receipts.of(ben, room, message));
        assertThat(server.rooms.titles(ben, 0).get(room).receipts()).isFalse();
        turnOn();
        assertThat(server.rooms.titles(ben, 0).get(room).json()).contains(",\"receipts\":true");
        assertThat(readers(message)).isEmpty();
        done(server.rooms.change(anna, room, new RoomSettings(null, null, null, false), transaction -> {}));
        forbidden(() -> server.receipts.of(ben, room, message));
    }

    @Test
    void onlyAnOwnerTurnsThemOn() {
        done(server.people.make(anna, ben.id(), RoomRole.MODERATOR, room));
        refused(Code.FORBIDDEN, () -> server.rooms.change(ben, room, ON, transaction -> {}));
        done(server.rooms.change(ben, room, new RoomSettings(null, "a topic", null, false), transaction -> {}));
        long direct = done(server.directs.open(anna, List.of(ben.id())));
        refused(Code.FORBIDDEN, () -> server.rooms.change(anna, direct, ON, transaction -> {}));
    }
}
