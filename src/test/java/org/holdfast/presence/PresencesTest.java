package org.holdfast.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.presence.PresenceState.AWAY;
import static org.holdfast.presence.PresenceState.BUSY;
import static org.holdfast.presence.PresenceState.OFFLINE;
import static org.holdfast.presence.PresenceState.ONLINE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.profile.ShownPeople;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 4.2: for how long a person is shown, and to whom. */
class PresencesTest {
    @TempDir
    Path folder;

    private RoomServer house;
    private Rosters rosters;
    private ShownPeople shown;
    private Presences presences;
    private Account ada;
    private long room;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        rosters = new Rosters(Settings.of(Map.of()));
        shown = new ShownPeople(house.log.jdbi, change -> presences.changed(change));
        presences = new Presences(house.memberships, rosters, shown);
        shown.look();
        house.observer = presences::changed;
        ada = house.account("ada");
        room = RoomServer.done(house.create(ada, "room", ""));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void theMostPresentOfTheSessionsCounts() {
        presences.say(ada.id(), "phone", AWAY, 100);
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
        presences.say(ada.id(), "desk", ONLINE, 100);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        presences.say(ada.id(), "desk", OFFLINE, 100);
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
        assertThat(rosters.news(room, 0)).contains("\"away\":[" + ada.id() + "]");
    }

    @Test
    void whoIsNotHeardOfAgainIsGone() {
        presences.say(ada.id(), "desk", ONLINE, 100);
        presences.renew(ada.id(), "desk", 200);
        presences.expire(150);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        long told = rosters.number();
        presences.expire(201);
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
        assertThat(rosters.news(room, told)).contains("\"offline\":[" + ada.id() + "]");
        presences.renew(ada.id(), "desk", 300);
        assertThat(presences.stateOf(ada.id())).as("nothing to renew").isEqualTo(OFFLINE);
    }

    @Test
    void whoComesInOrGoesOutIsShownWhereTheyAreAndNotWhereTheyWere() {
        presences.say(ada.id(), "desk", ONLINE, 100);
        Account ben = house.account("ben");
        long other = RoomServer.done(house.create(ben, "other", ""));
        assertThat(rosters.news(other, 0)).isEmpty();
        RoomServer.done(house.rooms.join(ada, other));
        assertThat(rosters.news(other, 0)).contains("\"online\":[" + ada.id() + "]");
        long told = rosters.number();
        RoomServer.done(house.rooms.leave(ada, other));
        assertThat(rosters.news(other, told)).contains("\"offline\":[" + ada.id() + "]");
        presences.say(ada.id(), "desk", AWAY, 100);
        assertThat(rosters.news(other, told)).doesNotContain("away");
    }

    @Test
    void ofTooManySessionsTheOldestIsForgotten() {
        presences.say(ada.id(), "first", ONLINE, 1_000);
        for (int n = 0; n < 99; n++) presences.say(ada.id(), "s" + n, AWAY, 1_000);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        presences.say(ada.id(), "one more", AWAY, 1_000);
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
    }

    @Test
    void whatAnotherNodeSaysCountsForItsTimeAndIsNotSaidAgainAsOurOwn() {
        var announced = new ArrayList<String>();
        presences.announceTo((account, state) -> announced.add(account + " " + state));
        presences.sayElsewhere(ada.id(), "node", ONLINE, 200);
        presences.say(ada.id(), "desk", AWAY, 100);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        assertThat(presences.here()).isEqualTo(Map.of(ada.id(), AWAY));
        presences.expire(101);
        assertThat(presences.here()).isEmpty();
        assertThat(rosters.news(room, 0)).contains("\"online\":[" + ada.id() + "]");
        presences.expire(201);
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
        assertThat(announced).containsExactly(ada.id() + " AWAY", ada.id() + " OFFLINE");
    }

    @Test
    void whoIsHereAndThereIsShownUntilBothAreOver() {
        presences.say(ada.id(), "desk", ONLINE, 300);
        presences.sayElsewhere(ada.id(), "node", ONLINE, 300);
        presences.sayElsewhere(ada.id(), "node", OFFLINE, 300);
        presences.expire(1);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        presences.sayElsewhere(ada.id(), "node", AWAY, 300);
        presences.say(ada.id(), "desk", OFFLINE, 300);
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
    }

    @Test
    void whoChoseIsShownAsThatWhateverTheirSessionsSay() {
        presences.say(ada.id(), "desk", ONLINE, 100);
        choose("away");
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
        assertThat(rosters.news(room, 0)).contains("\"away\":[" + ada.id() + "]");
        presences.say(ada.id(), "phone", BUSY, 100);
        assertThat(presences.stateOf(ada.id())).isEqualTo(AWAY);
        long told = rosters.number();
        choose("invisible");
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
        assertThat(rosters.news(room, told)).contains("\"offline\":[" + ada.id() + "]");
        choose(null);
        assertThat(presences.stateOf(ada.id())).isEqualTo(BUSY);
        assertThat(rosters.news(room, told)).contains("\"busy\":[" + ada.id() + "]");
        presences.expire(101);
        choose("away");
        assertThat(presences.stateOf(ada.id())).as("is not there").isEqualTo(OFFLINE);
    }

    @Test
    void otherNodesAreToldWhatOthersSee() {
        var announced = new ArrayList<String>();
        presences.announceTo((account, state) -> announced.add(account + " " + state));
        choose("invisible");
        presences.say(ada.id(), "desk", ONLINE, 100);
        assertThat(presences.here()).isEmpty();
        choose("away");
        assertThat(presences.here()).isEqualTo(Map.of(ada.id(), AWAY));
        choose(null);
        assertThat(announced).containsExactly(ada.id() + " OFFLINE", ada.id() + " AWAY", ada.id() + " ONLINE");
    }

    @Test
    void nobodyIsShownBeforeItIsKnownWhoWantsToBe() {
        var unread = new Presences(house.memberships, rosters, house.shown);
        unread.sayElsewhere(ada.id(), "node", ONLINE, 100);
        assertThat(unread.isOnline(ada.id())).isFalse();
        unread.expire(1);
        assertThat(unread.isOnline(ada.id())).isTrue();
    }

    private void choose(String shownAs) {
        house.log.jdbi.useHandle(
                handle -> handle.execute("UPDATE account SET shown_as = ? WHERE id = ?", shownAs, ada.id()));
        shown.look();
    }
}
