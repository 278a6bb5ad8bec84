package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.presence.PresenceState;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.5. */
class MentionsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private long room;
    private int sent;

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

    private String found(String text) {
        return found(server.messages, anna, text);
    }

    private String found(Messages messages, Account author, String text) {
        String body = done(messages.post(author, room, "message-%d".formatted(++sent), text))
                .body();
        int at = body.indexOf(",\"mentions\":");
        return at < 0 ? "" : body.substring(at + 12, body.length() - 1);
    }

    private Account joined(String name) {
        Account account = server.account(name);
        done(server.rooms.join(account, room));
        return account;
    }

    @Test
    void membersAreCalledByTheirNamesWhereTheyStandApart() {
        String bens = "[[" + ben.id() + ",%d,4]]";
        assertThat(found("@ben, look")).isEqualTo(bens.formatted(0));
        assertThat(found("hello (@BEN)")).isEqualTo(bens.formatted(7));
        assertThat(found("\ud83d\ude00 @ben's")).isEqualTo(bens.formatted(3));
        for (String none : List.of("ben", "x@ben", "@benjamin", "@", "@ ben", "@nobody", "@@", "a@ben.example"))
            assertThat(found(none)).as(none).isEmpty();
    }

    @Test
    void namesOfManyWordsAndOfNoSpacesAreFoundAndTheLongestWins() {
        Account li = joined("王伟");
        Account lee = joined("ben lee");
        assertThat(found("你好@王伟你看")).isEqualTo("[[" + li.id() + ",2,3]]");
        assertThat(found("@ben lee and @ben")).isEqualTo("[[" + lee.id() + ",0,8],[" + ben.id() + ",13,4]]");
    }

    @Test
    void nobodyElseIsCalled() {
        server.account("cleo");
        assertThat(found("@cleo @ben")).isEqualTo("[[" + ben.id() + ",6,4]]");
    }

    @Test
    void everybodyIsCalledByOneWord() {
        assertThat(found("@room lunch")).isEqualTo("[[0,0,5]]");
        assertThat(found("@所有人 吃饭")).isEqualTo("[[0,0,4]]");
    }

    @Test
    void whoIsOnlineIsCalledByOneWordButForWhoWritesIt() {
        Account cleo = joined("cleo");
        Account dora = joined("dora");
        server.account("elsewhere");
        assertThat(found("@here")).as("nobody").isEmpty();
        for (Account each : List.of(anna, ben, dora, server.account("stranger")))
            server.presences.say(each.id(), "s", PresenceState.ONLINE, Long.MAX_VALUE);
        server.presences.say(cleo.id(), "s", PresenceState.AWAY, Long.MAX_VALUE);
        assertThat(found("@here, help")).isEqualTo("[[%d,0,5],[%d,0,5]]".formatted(ben.id(), dora.id()));
        assertThat(found("@在线成员 看")).isEqualTo("[[%d,0,5],[%d,0,5]]".formatted(ben.id(), dora.id()));
        assertThat(server.unread.of(dora))
                .singleElement()
                .satisfies(count -> assertThat(count.mentions()).isEqualTo(2));
        assertThat(server.unread.of(cleo))
                .singleElement()
                .satisfies(count -> assertThat(count.mentions()).isZero());
    }

    private void online(Account... accounts) {
        for (Account each : accounts) server.presences.say(each.id(), "s", PresenceState.ONLINE, Long.MAX_VALUE);
    }

    @Test
    void whoIsOnlineIsCalledByTheFirstPlaceAlone() {
        Account cleo = joined("cleo");
        online(ben, cleo);
        assertThat(found("@ben @here @here @在线成员 @ben"))
                .isEqualTo("[[%1$d,0,4],[%1$d,5,5],[%2$d,5,5],[%1$d,23,4]]".formatted(ben.id(), cleo.id()));
    }

    @Test
    void anEditOfWhatCalledThoseWhoWereOnlineCallsNobodyWhoCameSince() {
        Account cleo = joined("cleo");
        Account dora = joined("dora");
        online(ben);
        long message = done(server.messages.post(anna, room, "the-message", "@here, hlep"))
                .sequence();
        online(cleo, dora);
        assertThat(edited(message, "@here, help")).isEmpty();
        assertThat(edited(message, "@here, help @dora")).isEqualTo("[[%d,12,5]]".formatted(dora.id()));
    }

    @Test
    void anEditCallsThoseWhoAreOnlineWhereNoTextDidBefore() {
        online(ben);
        long message =
                done(server.messages.post(anna, room, "the-message", "help")).sequence();
        assertThat(edited(message, "@here, help")).isEqualTo("[[%d,0,5]]".formatted(ben.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`@ben`",
                "see ``a ` @ben`` there",
                "```\n@ben\n```",
                "~~~ java\n@ben\n",
                "`a\n@ben`",
                "````\n```\n@ben\n````"
            })
    void whoseNameStandsInCodeIsNotCalled(String code) {
        assertThat(found(code)).isEmpty();
        assertThat(found(code.replace('`', '\'').replace('~', '-')))
                .as("premise: else it calls")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"` @ben", "`a` @ben", "`a\n\n@ben`", "```\na\n```\n@ben", "``a` @ben", "```a``` @ben `b`"})
    void whatOnlyLooksLikeCodeCalls(String text) {
        assertThat(found(text)).isEqualTo("[[%d,%d,4]]".formatted(ben.id(), text.indexOf('@')));
    }

    private String edited(long message, String text) {
        Target target = new Target(anna, room, message, "message-%d".formatted(++sent));
        String body = done(server.messages.edit(target, text)).get(0).body();
        int at = body.indexOf(",\"mentions\":");
        return at < 0 ? "" : body.substring(at + 12, body.length() - 1);
    }

    @Test
    void anEditCallsWhoIsNewlyNamedOnceAndNobodyAgain() {
        Account cleo = joined("cleo");
        long message = done(server.messages.post(anna, room, "the-message", "@ben, look"))
                .sequence();
        done(server.rooms.read(ben, room, message));
        done(server.rooms.read(cleo, room, message));
        assertThat(edited(message, "@ben and @cleo, look")).isEqualTo("[[%d,9,5]]".formatted(cleo.id()));
        assertThat(edited(message, "@ben and @cleo, look there")).isEmpty();
        assertThat(server.unread.of(ben)).singleElement().satisfies(count -> {
            assertThat(count.messages()).isZero();
            assertThat(count.mentions()).isZero();
        });
        assertThat(server.unread.of(cleo)).singleElement().satisfies(count -> {
            assertThat(count.messages()).as("it is no other message").isZero();
            assertThat(count.mentions()).isEqualTo(1);
        });
        done(server.messages.delete(new Target(anna, room, message, "the-deletion")));
        assertThat(server.unread.of(cleo))
                .singleElement()
                .satisfies(count -> assertThat(count.mentions()).isZero());
    }

    @Test
    void anEditOfWhatCalledEverybodyCallsNobody() {
        long message = done(server.messages.post(anna, room, "the-message", "@room, look"))
                .sequence();
        assertThat(edited(message, "@room and @ben, look")).isEmpty();
    }

    @Test
    void inARoomOfMoreThanIsSetOnlyWhoModeratesItCallsEverybody() {
        Settings two = Settings.of(Map.of("holdfast.mentions.people", "2"));
        Messages messages = new Messages(server.log.writer, server.access, two, server.presences);
        assertThat(found(messages, ben, "@room")).isEqualTo("[[0,0,5]]");
        joined("cleo");
        assertThat(found(messages, ben, "@room and @anna")).isEqualTo("[[" + anna.id() + ",10,5]]");
        assertThat(found(messages, anna, "@room")).isEqualTo("[[0,0,5]]");
    }

    @Test
    void atMostTwentyAreCalled() {
        assertThat(found("@ben ".repeat(50)).split("],\\[")).hasSize(20);
    }

    /** Who is called was decided the first time. */
    @Test
    void aMessageThatIsSentAgainAfterSomebodyJoinedOrLeftIsTheFirst() {
        Event first = done(server.messages.post(anna, room, "the-same-id", "@ben @cleo"));
        done(server.rooms.leave(ben, room));
        joined("cleo");
        assertThat(done(server.messages.post(anna, room, "the-same-id", "@ben @cleo")))
                .isEqualTo(first);
        RoomServer.refused(Code.CONFLICT, () -> server.messages.post(anna, room, "the-same-id", "@ben @cleo."));
    }

    @Test
    void unreadCallsAreCountedBesideTheMessages() {
        found("@ben");
        found("nothing");
        found("@room");
        found("@anna,\"mentions\":[[" + ben.id() + ",");
        assertThat(server.unread.of(ben)).singleElement().satisfies(count -> {
            assertThat(count.messages()).isEqualTo(4);
            assertThat(count.mentions()).isEqualTo(2);
        });
    }
}
