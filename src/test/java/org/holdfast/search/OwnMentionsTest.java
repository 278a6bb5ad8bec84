package org.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.13. */
class OwnMentionsTest {
    @TempDir
    Path folder;

    private SearchServer server;
    private Account ann;
    private Account ben;
    private long kitchen;
    private long office;

    @BeforeEach
    void start() {
        server = new SearchServer(folder);
        ann = server.rooms.account("ann");
        ben = server.rooms.account("ben");
        kitchen = done(server.rooms.create(ann, "Kitchen", ""));
        office = done(server.rooms.create(ann, "Office", ""));
        for (long room : List.of(kitchen, office)) done(server.rooms.rooms.join(ben, room));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    private List<Hit> hits(Account account) {
        server.settle();
        return server.mentions.of(account, null, 50).hits();
    }

    private List<String> found(Account account) {
        return hits(account).stream().map(hit -> hit.text().text()).toList();
    }

    private void edit(long message, String text) {
        done(server.rooms.messages.edit(server.target(ann, kitchen, message), text));
    }

    @Test
    void whoIsCalledFindsItTheNewestFirstWhereverThatWas() {
        long message = server.post(ann, kitchen, "a cake for @Ben, since @ben likes cake");
        server.post(ann, kitchen, "a cake for everybody but ben");
        server.post(ann, office, "@room, there is cake");
        server.post(ben, office, "@room and @ben, I ate it");
        assertThat(found(ben)).containsExactly("@room, there is cake", "a cake for @Ben, since @ben likes cake");
        assertThat(found(ann)).containsExactly("@room and @ben, I ate it");
        Hit hit = hits(ben).get(1);
        assertThat(hit.title()).isEqualTo("Kitchen");
        assertThat(hit.told()).isEqualTo(message);
        assertThat(hit.text().ranges()).containsExactly(new Range(11, 15), new Range(23, 27));
    }

    @Test
    void whoLeftARoomHasNothingOfItAnyMore() {
        server.post(ann, kitchen, "@ben come in");
        server.post(ann, office, "@ben go out");
        assertThat(found(ben)).hasSize(2);
        done(server.rooms.rooms.leave(ben, kitchen));
        assertThat(found(ben)).containsExactly("@ben go out");
        done(server.rooms.rooms.leave(ben, office));
        assertThat(found(ben)).isEmpty();
    }

    @Test
    void whoCameLaterThanEverybodyWasCalledWasNot() {
        server.post(ann, kitchen, "@room, lunch");
        Account cleo = server.rooms.account("cleo");
        done(server.rooms.rooms.join(cleo, kitchen));
        long posted = server.post(ann, kitchen, "@room, dinner");
        assertThat(found(ben)).hasSize(2);
        // A test is so quick that all of it may be of one moment.
        server.rooms.log.jdbi.useHandle(handle ->
                handle.execute("UPDATE event SET at = at - 1000 WHERE log = ? AND sequence < ?", kitchen, posted));
        assertThat(found(cleo)).containsExactly("@room, dinner");
    }

    @Test
    void aMessageCallsWhomItSaysNow() {
        long message = server.post(ann, kitchen, "who has the key?");
        assertThat(found(ben)).isEmpty();
        edit(message, "who has the key, @ben?");
        assertThat(found(ben)).containsExactly("who has the key, @ben?");
        assertThat(hits(ben).get(0).told()).as("the edit").isGreaterThan(message);
        edit(message, "\u51fa\u53e3 @BEN: the key, please");
        assertThat(hits(ben))
                .singleElement()
                .satisfies(hit -> assertThat(hit.text().ranges()).containsExactly(new Range(3, 7)));
        edit(message, "one writes `@ben` there, or @benjamin");
        assertThat(found(ben)).isEmpty();
        edit(message, "so: @ben");
        assertThat(found(ben)).containsExactly("so: @ben");
    }

    @Test
    void aLongerNameIsNobodyElses() {
        Account lee = server.rooms.account("ben lee");
        done(server.rooms.rooms.join(lee, kitchen));
        long message = server.post(ann, kitchen, "@ben has it");
        assertThat(found(ben)).hasSize(1);
        edit(message, "@ben lee has it");
        assertThat(found(ben)).isEmpty();
        assertThat(found(lee)).containsExactly("@ben lee has it");
    }

    @Test
    void whatWasDeletedOrTakenBackIsNotThereFromThatMomentOn() {
        long deleted = server.post(ann, kitchen, "@ben, forget it");
        long edited = server.post(ann, kitchen, "@ben, read it");
        assertThat(found(ben)).hasSize(2);
        done(server.rooms.messages.delete(server.target(ann, kitchen, deleted)));
        edit(edited, "read it");
        // At once, whatever the index knows by then.
        assertThat(server.mentions.of(ben, null, 50).hits()).isEmpty();
        assertThat(found(ben)).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        // In one room: of two that were said in the same millisecond the later one is known by its number.
        for (int n = 0; n < 25; n++) server.post(ann, kitchen, "@ben " + n);
        server.settle();
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            Found page = server.mentions.of(ben, next, 10);
            page.hits().forEach(hit -> all.add(hit.text().text()));
            next = page.next();
        } while (next != null);
        assertThat(all).hasSize(25).doesNotHaveDuplicates().startsWith("@ben 24", "@ben 23");
        assertThatThrownBy(() -> server.mentions.of(ben, "made up", 10))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
    }
}
