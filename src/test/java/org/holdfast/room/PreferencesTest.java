package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.wire.Code;
import org.holdfast.wire.FrameReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.7. */
class PreferencesTest {
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

    private static PreferenceChange wanted(String json) {
        return new PreferenceChange(FrameReader.readObject(json.replace('\'', '"')));
    }

    private List<Event> want(String json) {
        return done(server.preferences.change(ben, room, wanted(json)));
    }

    private List<String> known(Account account) {
        return server.preferences.of(account).rooms().stream()
                .map(RoomPreferences::json)
                .toList();
    }

    private long head() {
        return server.log.jdbi.withHandle(handle -> EventStore.head(handle, room));
    }

    private String told(String rest) {
        return "{\"room\":" + room + "," + rest.replace('\'', '"') + "}";
    }

    @Test
    void eachChangeIsOneEventOfTheAccountsLogWithAllThatIsWanted() {
        assertThat(known(ben)).isEmpty();
        assertThat(want("{'muted':true}")).singleElement().satisfies(event -> {
            assertThat(event.log()).isEqualTo(ben.log());
            assertThat(event.type()).isEqualTo("preferences");
            assertThat(event.body()).isEqualTo(told("'muted':true"));
        });
        String all = told("'muted':true,'level':'nothing','favourite':7");
        assertThat(want("{'level':'nothing','favourite':7}"))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo(all));
        assertThat(want("{'muted':true,'favourite':7}")).as("nothing new").isEmpty();
        assertThat(known(ben)).containsExactly(all);
        assertThat(known(anna)).as("it is Ben's alone").isEmpty();
    }

    @Test
    void theHeadIsThatOfTheAccountsLogFromWhichEventsGoOn() {
        long head = want("{'muted':true}").get(0).sequence();
        assertThat(server.preferences.of(ben).head()).isEqualTo(head);
        assertThat(want("{'muted':false}").get(0).sequence()).isEqualTo(head + 1);
    }

    @Test
    void nullTakesBackWhatWasWanted() {
        want("{'muted':true,'level':'all','favourite':7}");
        want("{'favourite':null}");
        assertThat(known(ben)).containsExactly(told("'muted':true,'level':'all'"));
        want("{'muted':null,'level':null}");
        assertThat(known(ben)).as("the usual is not worth a word").isEmpty();
    }

    @Test
    void whoComesBackFindsWhatTheyWantedAndMeanwhileNothingIsToldOfTheRoom() {
        want("{'level':'all'}");
        done(server.rooms.leave(ben, room));
        assertThat(known(ben)).isEmpty();
        refused(Code.NOT_FOUND, () -> server.preferences.change(ben, room, wanted("{'muted':true}")));
        done(server.rooms.join(ben, room));
        assertThat(known(ben)).containsExactly(told("'muted':false,'level':'all'"));
    }

    @Test
    void aConversationIsClosedAsFarAsItHasComeUntilItsPersonOpensItAgain() {
        room = done(server.directs.open(anna, List.of(ben.id())));
        long head = head();
        want("{'closed':" + head + "}");
        assertThat(known(ben)).containsExactly(told("'muted':false,'closed':" + head));
        assertThat(known(anna)).as("it is Ben's alone").isEmpty();
        server.close();
        server = new RoomServer(folder);
        want("{'muted':true}");
        assertThat(known(ben)).containsExactly(told("'muted':true,'closed':" + head));
        want("{'closed':null,'muted':null}");
        assertThat(known(ben)).isEmpty();
    }

    @Test
    void aConversationIsNotClosedBeforeWhatHasNotComeYetNorIsAnotherRoom() {
        assertThat(head()).as("premise").isPositive();
        refused(Code.BAD_FIELD, () -> server.preferences.change(ben, room, wanted("{'closed':1}")));
        room = done(server.directs.open(anna, List.of(ben.id())));
        long next = head() + 1;
        refused(Code.BAD_FIELD, () -> server.preferences.change(ben, room, wanted("{'closed':" + next + "}")));
        assertThat(known(ben)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'muted':1}",
                "{'level':'some'}",
                "{'level':true}",
                "{'favourite':-1}",
                "{'favourite':1.5}",
                "{'closed':true}"
            })
    void whatCanNotBeWantedIsRefused(String json) {
        refused(Code.BAD_FIELD, () -> server.preferences.change(ben, room, wanted(json)));
        assertThat(known(ben)).isEmpty();
    }

    @Test
    void itIsStillWantedAfterARestart() {
        want("{'muted':true}");
        server.close();
        server = new RoomServer(folder);
        assertThat(known(ben)).containsExactly(told("'muted':true"));
    }
}
