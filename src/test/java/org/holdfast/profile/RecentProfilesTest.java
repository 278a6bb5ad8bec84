package org.holdfast.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.profile.RecentProfiles.Recent;
import org.holdfast.room.RoomServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node finds that was told nothing. */
class RecentProfilesTest {
    @TempDir
    Path folder;

    private RoomServer house;
    private Profiles profiles;
    private RecentProfiles recent;
    private Account ada;
    private Account ben;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        profiles = new Profiles(house.log.jdbi, house.access, change -> {});
        recent = new RecentProfiles(house.log.jdbi);
        ada = house.account("ada");
        ben = house.account("ben");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void eachChangeIsFoundOnce() {
        assertThat(recent.look()).as("nobody has changed anything").isEmpty();
        say(ada, "lunch");
        assertThat(found()).containsExactly(ada.id());
        assertThat(recent.look()).isEmpty();
        say(ben, "tea");
        say(ada, "back");
        say(ada, "here");
        assertThat(found()).containsExactlyInAnyOrder(ada.id(), ben.id());
        assertThat(recent.look()).isEmpty();
    }

    @Test
    void oneThatIsCommittedAfterALaterOneIsFoundToo() {
        say(ada, "lunch");
        assertThat(found()).containsExactly(ada.id());
        long late = profiles.read(ada.id()).revision() - 30_000;
        house.log.jdbi.useHandle(
                handle -> handle.execute("UPDATE account SET profile_revision = ? WHERE id = ?", late, ben.id()));
        assertThat(recent.look()).containsExactly(new Recent(ben.id(), "ben", late));
    }

    @Test
    void whatIsLongAgoIsNotFoundAtFirst() {
        say(ada, "lunch");
        say(ben, "tea");
        house.log.jdbi.useHandle(handle -> handle.execute(
                "UPDATE account SET profile_revision = profile_revision - 120000 WHERE id = ?", ben.id()));
        assertThat(found()).containsExactly(ada.id());
    }

    private List<Long> found() {
        return recent.look().stream().map(Recent::account).toList();
    }

    private void say(Account account, String text) {
        profiles.say(account.id(), new Status("", text, null));
    }
}
