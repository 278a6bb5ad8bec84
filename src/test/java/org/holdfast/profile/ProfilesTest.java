package org.holdfast.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.holdfast.room.RoomServer.done;

import jakarta.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.11: how people show themselves, to whom, and for how long. */
class ProfilesTest {
    private static final Status LUNCH = new Status("\u2615", "at lunch", null);

    @TempDir
    Path folder;

    private final List<ProfileChanged> fired = new ArrayList<>();
    private RoomServer house;
    private Profiles profiles;
    private Account ada;
    private Account ben;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        profiles = new Profiles(house.log.jdbi, house.access, fired::add);
        ada = house.account("ada");
        ben = house.account("ben");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void whatIsSaidIsKeptUntilAnotherThingIsSaidOrNothing() {
        profiles.say(ada.id(), LUNCH);
        assertThat(seenBy(ben)).containsExactly(profile(ada, LUNCH));
        profiles.say(ada.id(), new Status("", "back", null));
        assertThat(seenBy(ben)).containsExactly(profile(ada, new Status("", "back", null)));
        profiles.say(ada.id(), new Status("", "", 5L));
        assertThat(seenBy(ben)).containsExactly(profile(ada, null));
        assertThat(fired).hasSize(3).containsOnly(new ProfileChanged(ada.id(), false));
    }

    @Test
    void aGuestSeesThoseOfTheirRoomsAlone() {
        Account guest = house.account("guest", Role.GUEST);
        profiles.say(ada.id(), LUNCH);
        assertThat(seenBy(guest)).isEmpty();
        long room = done(house.create(ada, "Cellar", ""));
        done(house.people.add(ada, guest.id(), room));
        assertThat(seenBy(guest)).containsExactly(profile(ada, LUNCH));
    }

    @Test
    void whatIsOverIsTakenAwayOnceAndToldAndNothingElseIs() {
        long now = System.currentTimeMillis();
        profiles.say(ada.id(), new Status("", "for a moment", now + 3_600_000));
        profiles.say(ben.id(), LUNCH);
        fired.clear();
        profiles.read(ada.id());
        profiles.end(now);
        assertThat(profiles.isDue(now)).isFalse();
        assertThat(seenBy(ben)).extracting(Profile::status).doesNotContainNull();
        long later = now + 3_600_000;
        assertThat(profiles.isDue(later)).isTrue();
        profiles.end(later);
        assertThat(fired).containsExactly(new ProfileChanged(ada.id(), false));
        assertThat(profiles.of(ada, List.of(ada.id(), ben.id())))
                .containsExactly(profile(ada, null), profile(ben, LUNCH));
        profiles.end(later);
        assertThat(fired).hasSize(1);
        assertThat(profiles.isDue(later + 1)).isFalse();
    }

    @Test
    void anEndThatAnotherNodeWasToldOfIsWaitedForHereToo() {
        long now = System.currentTimeMillis();
        Profiles other = new Profiles(house.log.jdbi, house.access, fired::add);
        other.end(now);
        profiles.say(ada.id(), new Status("", "soon over", now + 60_000));
        assertThat(other.isDue(now + 60_000)).as("premise").isFalse();
        other.read(ada.id());
        assertThat(other.isDue(now + 60_000)).isTrue();
    }

    @Test
    void whatIsOverIsNotShownEvenBeforeItIsTakenAway() {
        profiles.say(ada.id(), new Status("", "over", System.currentTimeMillis() - 1));
        assertThat(seenBy(ben)).containsExactly(profile(ada, null));
    }

    @Test
    void aStatusIsOneEmojiAndOneLineForAYearAtMost() {
        assertThat(status(Map.of("emoji", "\u2615", "text", " at lunch ", "lifetime", 1_000)))
                .isEqualTo(new Status("\u2615", "at lunch", 1_007L));
        assertThat(status(Map.of("text", "x".repeat(100))).until()).isNull();
        List<Map<String, Object>> wrong = List.of(
                Map.of("emoji", "no"),
                Map.of("emoji", "\u2615 \u2615"),
                Map.of("text", "x".repeat(101)),
                Map.of("text", "two\nlines"),
                Map.of("text", "nothing\u0000"),
                Map.of("text", "x", "lifetime", 0),
                Map.of("text", "x", "lifetime", 367L * 24 * 3_600_000));
        for (Map<String, Object> fields : wrong)
            assertThatThrownBy(() -> status(fields))
                    .as("%s", fields)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
    }

    private static Profile profile(Account account, Status status) {
        return new Profile(account.id(), account.name(), account.displayName(), "", null, status, null);
    }

    @Test
    void aNameAndALineAreChangedEachByItself() {
        profiles.change(ada, change(Map.of("displayName", " Ada L. ", "about", "counts")));
        profiles.change(ada, change(Map.of("about", "")));
        assertThat(seenBy(ben)).containsExactly(new Profile(ada.id(), "ada", "Ada L.", "", null, null, null));
        assertThat(fired).containsExactly(new ProfileChanged(ada.id(), true), new ProfileChanged(ada.id(), false));
        for (Map<String, Object> fields :
                List.<Map<String, Object>>of(Map.of("displayName", ""), Map.of("about", "x".repeat(201))))
            assertThatThrownBy(() -> change(fields)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNameThatComesFromElsewhereIsNotChangedHere() {
        house.log.jdbi.useHandle(handle -> handle.execute("UPDATE account SET source = 'oidc' WHERE id = ?", ada.id()));
        assertThatThrownBy(() -> profiles.change(ada, change(Map.of("displayName", "Boss", "about", "x"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
        assertThat(seenBy(ben)).containsExactly(profile(ada, null));
        assertThat(fired).isEmpty();
        profiles.change(ada, change(Map.of("displayName", "ada", "about", "as it was")));
        assertThat(seenBy(ben)).extracting(Profile::about).containsExactly("as it was");
    }

    @Test
    void eachChangeHasAGreaterRevision() {
        var revisions = new ArrayList<Long>();
        List<Runnable> changes = List.of(
                () -> {},
                () -> profiles.say(ada.id(), LUNCH),
                () -> profiles.say(ada.id(), LUNCH),
                () -> profiles.change(ada, change(Map.of("about", "counts"))),
                () -> profiles.change(ada, change(Map.of("displayName", "Ada L."))),
                () -> profiles.picture(ada.id(), "hash"),
                () -> profiles.say(ada.id(), new Status("", "for a moment", 1L)),
                () -> profiles.end(2));
        for (Runnable change : changes) {
            change.run();
            revisions.add(profiles.read(ada.id()).revision());
        }
        assertThat(revisions).isSorted().doesNotHaveDuplicates();
        assertThat(revisions.get(1)).isCloseTo(System.currentTimeMillis(), within(600_000L));
    }

    private static ProfileChange change(Map<String, Object> fields) {
        return ProfileChange.of(new Fields(Json.createObjectBuilder(fields).build()));
    }

    private static Status status(Map<String, Object> fields) {
        return Status.of(new Fields(Json.createObjectBuilder(fields).build()), 7);
    }

    private List<Profile> seenBy(Account account) {
        return profiles.of(account, List.of(ada.id(), 999L));
    }
}
