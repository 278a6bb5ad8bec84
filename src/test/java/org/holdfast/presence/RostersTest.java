package org.holdfast.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.presence.PresenceState.AWAY;
import static org.holdfast.presence.PresenceState.BUSY;
import static org.holdfast.presence.PresenceState.OFFLINE;
import static org.holdfast.presence.PresenceState.ONLINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.log.Author;
import org.holdfast.profile.Profile;
import org.holdfast.profile.ReadProfile;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;

/** Protocol section 4.2: what members are told of who is here and who types. */
class RostersTest {
    private static final long ROOM = 7;
    private static final Author ADA = new Author(1, "Ada");
    private static final Author BEN = new Author(2, "Ben");

    private static final ReadProfile BEN_AS_READ =
            new ReadProfile(new Profile(2, "ben", "Ben", "", null, null, null), 1);

    private final Rosters rosters = new Rosters(Settings.of(Map.of("holdfast.presence.people", "3")));

    @Test
    void whoeverWasToldNothingIsToldWhoIsHereNow() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(ROOM, 2, AWAY);
        rosters.set(ROOM, 3, ONLINE);
        rosters.set(ROOM, 3, OFFLINE);
        assertThat(rosters.news(ROOM, 0)).isEqualTo(presence("\"all\":true,\"online\":[1],\"away\":[2]"));
    }

    @Test
    void whoeverWasToldSomethingIsToldOnlyWhatIsNewerAndOfEachOnlyTheNewest() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(ROOM, 2, ONLINE);
        long told = rosters.number();
        rosters.set(ROOM, 2, AWAY);
        rosters.set(ROOM, 2, OFFLINE);
        rosters.set(ROOM, 3, AWAY);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"away\":[3],\"offline\":[2]"));
        assertThat(rosters.news(ROOM, rosters.number())).isEmpty();
        assertThat(rosters.news(8, 0)).as("another room").isEmpty();
    }

    @Test
    void whoIsNotToBeDisturbedIsToldAsOnlineToo() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(ROOM, 2, BUSY);
        assertThat(rosters.news(ROOM, 0)).isEqualTo(presence("\"all\":true,\"busy\":[2],\"online\":[1,2]"));
        long told = rosters.number();
        rosters.set(ROOM, 2, ONLINE);
        rosters.set(ROOM, 1, BUSY);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"busy\":[1],\"online\":[2,1]"));
    }

    @Test
    void howPeopleShowThemselvesIsToldOnceToWhoeverWasNotAndNotForLong() {
        rosters.show(ROOM, ada("counts", 1));
        rosters.show(ROOM, BEN_AS_READ);
        long told = rosters.number();
        rosters.show(ROOM, ada("reads", 2));
        rosters.show(ROOM, BEN_AS_READ);
        assertThat(rosters.number()).as("the same is nothing new").isEqualTo(told + 1);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"people\":[" + json("reads") + "]"));
        assertThat(rosters.news(ROOM, 0)).contains(json("reads") + ",{\"id\":2");
        rosters.set(ROOM, 3, ONLINE);
        assertThat(rosters.news(ROOM, told))
                .isEqualTo(presence("\"online\":[3]") + "," + presence("\"people\":[" + json("reads") + "]"));
        rosters.forgetGone();
        rosters.forgetGone();
        assertThat(rosters.news(ROOM, 0)).contains("online").doesNotContain("people");
    }

    @Test
    void whatWasReadBeforeAndComesLaterIsNotTold() {
        rosters.show(ROOM, ada("counts", 5));
        long told = rosters.number();
        rosters.show(ROOM, ada("reads", 4));
        assertThat(rosters.news(ROOM, told)).isEmpty();
        rosters.show(ROOM, ada("counts", 7));
        rosters.show(ROOM, ada("reads", 6));
        assertThat(rosters.news(ROOM, told)).as("as it was, but since then").isEmpty();
        rosters.show(ROOM, ada("reads", 8));
        assertThat(rosters.news(ROOM, told)).contains(json("reads"));
    }

    private static ReadProfile ada(String about, long revision) {
        return new ReadProfile(new Profile(1, "ada", "Ada", about, null, null, null), revision);
    }

    private static String json(String about) {
        return ada(about, 0).profile().json();
    }

    @Test
    void whatChangesNothingIsNotTold() {
        rosters.set(ROOM, 1, ONLINE);
        long told = rosters.number();
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(ROOM, 2, OFFLINE);
        rosters.stopTyping(ROOM, 1);
        assertThat(rosters.number()).isEqualTo(told);
    }

    @Test
    void theOtherNodesAreToldEachTimeThatTypingIsSaidButOfAnEndOnlyWhereThereIsOne() {
        List<String> told = new ArrayList<>();
        rosters.announceTypingTo((room, author, isTyping) -> told.add(author.id() + " " + isTyping));
        rosters.stopTyping(ROOM, 1);
        rosters.type(ROOM, ADA, 100);
        rosters.type(ROOM, ADA, 200);
        rosters.typeElsewhere(ROOM, BEN, 200);
        rosters.stopTypingElsewhere(ROOM, 2);
        rosters.stopTyping(ROOM, 1);
        rosters.stopTyping(ROOM, 1);
        assertThat(told).containsExactly("1 true", "1 true", "1 false");
    }

    @Test
    void allWhoLackTheSameAreGivenTheSameText() {
        rosters.set(ROOM, 1, ONLINE);
        long told = rosters.number();
        rosters.set(8, 1, ONLINE);
        long toldOfAnother = rosters.number();
        rosters.set(ROOM, 2, ONLINE);
        assertThat(rosters.news(ROOM, told)).isSameAs(rosters.news(ROOM, toldOfAnother));
    }

    @Test
    void aCrowdIsNotCounted() {
        for (int account = 1; account <= 3; account++) rosters.set(ROOM, account, ONLINE);
        long told = rosters.number();
        rosters.set(ROOM, 4, ONLINE);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"all\":true,\"crowded\":true"));
        told = rosters.number();
        rosters.set(ROOM, 5, ONLINE);
        assertThat(rosters.news(ROOM, told)).as("said already").isEmpty();
        rosters.set(ROOM, 1, OFFLINE);
        rosters.set(ROOM, 2, OFFLINE);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"all\":true,\"online\":[3,4,5]"));
    }

    @Test
    void whoTypesIsToldWithTheirNamesUntilTheyStopOrTheTimeIsOver() {
        rosters.type(ROOM, ADA, 100);
        rosters.type(ROOM, BEN, 50);
        assertThat(rosters.news(ROOM, 0)).isEqualTo(typing("{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Ben\"}"));
        long told = rosters.number();
        rosters.type(ROOM, ADA, 200);
        assertThat(rosters.news(ROOM, told)).as("goes on").isEmpty();
        rosters.expire(150);
        assertThat(rosters.news(ROOM, told)).isEqualTo(typing("{\"id\":1,\"name\":\"Ada\"}"));
        rosters.stopTyping(ROOM, 1);
        assertThat(rosters.news(ROOM, told)).isEqualTo(typing(""));
        assertThat(rosters.news(ROOM, 0)).as("who was told a part").isEqualTo(typing(""));
    }

    @Test
    void whoGoesDoesNotTypeAnyMore() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.type(ROOM, ADA, 100);
        long told = rosters.number();
        rosters.set(ROOM, 1, OFFLINE);
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"offline\":[1]") + "," + typing(""));
    }

    @Test
    void notMoreThanTwentyAreNamedWhoType() {
        for (int account = 1; account <= 30; account++) rosters.type(ROOM, new Author(account, "x"), 100);
        assertThat(rosters.news(ROOM, 0).split("\"id\"")).hasSize(21);
        rosters.expire(100);
        rosters.type(ROOM, new Author(30, "x"), 200);
        assertThat(rosters.news(ROOM, 0)).contains("\"id\":30");
    }

    @Test
    void whoIsGoneForLongIsForgottenAndWhoeverWasNotToldBeginsAnew() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(ROOM, 2, ONLINE);
        long told = rosters.number();
        rosters.set(ROOM, 2, OFFLINE);
        long toldAll = rosters.number();
        rosters.forgetGone();
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"offline\":[2]"));
        rosters.forgetGone();
        assertThat(rosters.news(ROOM, told)).isEqualTo(presence("\"all\":true,\"online\":[1]"));
        assertThat(rosters.news(ROOM, toldAll)).isEmpty();
        rosters.set(ROOM, 3, ONLINE);
        assertThat(rosters.news(ROOM, toldAll)).isEqualTo(presence("\"online\":[3]"));
    }

    @Test
    void aTokenCountsOnlyWhereItWasGiven() {
        rosters.set(ROOM, 1, ONLINE);
        Told all = new Told(rosters.number(), Long.MAX_VALUE);
        String token = rosters.token(all);
        assertThat(rosters.told(token)).contains(all);
        assertThat(rosters.told(rosters.token(new Told(1, 17)))).contains(new Told(1, 17));
        assertThat(new Rosters(Settings.of(Map.of())).told(token)).isEmpty();
        assertThat(rosters.told(rosters.token(new Told(999, 17))))
                .as("beyond what was")
                .contains(new Told(rosters.number(), 17));
        for (String bad : new String[] {"", ".", "x", "x.y", token + "0000000000000000000", token + ".x"})
            assertThat(rosters.told(bad)).as(bad).isEmpty();
    }

    @Test
    void roomsWithNewsAreGivenOnceEachInOrder() {
        rosters.set(ROOM, 1, ONLINE);
        rosters.set(8, 1, ONLINE);
        rosters.type(ROOM, ADA, 100);
        assertThat(rosters.nextFresh()).hasValue(ROOM);
        assertThat(rosters.nextFresh()).hasValue(8);
        assertThat(rosters.nextFresh()).isEmpty();
    }

    private static String presence(String members) {
        return "{\"type\":\"presence\",\"data\":{\"room\":7," + members + "}}";
    }

    private static String typing(String people) {
        return "{\"type\":\"typing\",\"data\":{\"room\":7,\"people\":[" + people + "]}}";
    }
}
