package org.holdfast.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.account.Account;
import org.holdfast.profile.Profiles;
import org.holdfast.profile.ReadProfile;
import org.holdfast.profile.Status;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.11: what is told of a profile is the newest, whoever read it last. */
@Timeout(60)
class ProfileNewsTest {
    private final Rosters rosters = new Rosters(Settings.of(Map.of()));
    private final AtomicReference<Thread> slow = new AtomicReference<>();
    private final CountDownLatch hasRead = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @TempDir
    Path folder;

    private RoomServer house;
    private Account ada;
    private long room;
    private Profiles profiles;
    private ProfileNews news;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        ada = house.account("ada");
        room = RoomServer.done(house.create(ada, "room", ""));
        profiles = new SlowProfiles();
        news = new ProfileNews(profiles, house.memberships, rosters);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void whoReadsSlowlyHoldsNobodyUpAndTellsNothingOld() throws Exception {
        var late = CompletableFuture.runAsync(() -> {
            slow.set(Thread.currentThread());
            say("lunch");
        });
        hasRead.await();
        CompletableFuture.runAsync(() -> say("back")).get(20, TimeUnit.SECONDS);
        long told = rosters.number();
        goesOn.countDown();
        late.get(20, TimeUnit.SECONDS);
        assertThat(rosters.news(room, told)).as("what was read before").isEmpty();
        assertThat(rosters.news(room, 0)).contains("back").doesNotContain("lunch");
    }

    @Test
    void ofManyChangesAtOnceTheLastIsShown() {
        var many = new CompletableFuture<?>[4];
        for (int n = 0; n < many.length; n++) {
            String who = "word " + n + "-";
            many[n] = CompletableFuture.runAsync(() -> sayMuch(who));
        }
        CompletableFuture.allOf(many).join();
        assertThat(rosters.news(room, 0))
                .contains(profiles.read(ada.id()).profile().json());
    }

    private void sayMuch(String word) {
        for (int n = 0; n < 50; n++) say(word + n);
    }

    private void say(String text) {
        profiles.say(ada.id(), new Status("", text, null));
    }

    /** The slow thread stands still where it has read, and not yet told. */
    private final class SlowProfiles extends Profiles {
        SlowProfiles() {
            super(house.log.jdbi, house.access, change -> news.changed(change));
        }

        @Override
        public ReadProfile read(long account) {
            ReadProfile read = super.read(account);
            if (Thread.currentThread() != slow.get()) return read;
            hasRead.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return read;
        }
    }
}
