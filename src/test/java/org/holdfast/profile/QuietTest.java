package org.holdfast.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.holdfast.wire.FrameReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.12: when a person wants quiet, at all of their devices, and what others know of it. */
class QuietTest {
    private static final String NIGHT = "'quietHours':{'from':'18:30','to':'08:00','zone':'Europe/Berlin'}";
    private static final long HOUR = 3_600_000;

    @TempDir
    Path folder;

    private final List<ProfileChanged> fired = new ArrayList<>();
    private final long now = System.currentTimeMillis();
    private RoomServer house;
    private Profiles profiles;
    private Quiets quiets;
    private Account ada;
    private Account ben;

    @BeforeEach
    void start() {
        open();
        ada = house.account("ada");
        ben = house.account("ben");
    }

    private void open() {
        house = new RoomServer(folder);
        profiles = new Profiles(house.log.jdbi, house.access, fired::add);
        quiets = new Quiets(house.log.jdbi, house.log.writer, profiles, house.shown);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private static String quoted(String json) {
        return "{" + json.replace('\'', '"') + "}";
    }

    private QuietChange wanted(String json) {
        return new QuietChange(FrameReader.readObject(quoted(json)), now);
    }

    /** As the HTTP API does it. */
    private List<Event> want(String json) {
        List<Event> events = done(quiets.change(ada, wanted(json)));
        quiets.show(ada, wanted(json));
        return events;
    }

    private String known(Account account) {
        return quiets.of(account).json();
    }

    private DoNotDisturb seen() {
        return profiles.of(ben, List.of(ada.id())).get(0).doNotDisturb();
    }

    @Test
    void eachChangeIsOneEventOfTheAccountsLogWithAllThatIsWanted() {
        assertThat(known(ada)).isEqualTo("{}");
        assertThat(want(NIGHT)).singleElement().satisfies(event -> {
            assertThat(event.log()).isEqualTo(ada.log());
            assertThat(event.type()).isEqualTo("quiet");
            assertThat(event.body()).isEqualTo(quoted(NIGHT));
        });
        String all = quoted("'doNotDisturb':{}," + NIGHT);
        assertThat(want("'doNotDisturb':{}"))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo(all));
        assertThat(want("'doNotDisturb':{}")).as("nothing new").isEmpty();
        assertThat(want("")).as("nothing is named").isEmpty();
        assertThat(known(ada)).isEqualTo(all);
        assertThat(known(ben)).as("it is Ada's alone").isEqualTo("{}");
    }

    @Test
    void nullTakesBackWhatWasWanted() {
        want("'doNotDisturb':{'lifetime':5000}," + NIGHT);
        want("'quietHours':null");
        assertThat(known(ada)).isEqualTo(quoted("'doNotDisturb':{'until':" + (now + 5_000) + "}"));
        want("'doNotDisturb':null");
        assertThat(known(ada)).isEqualTo("{}");
    }

    @Test
    void othersSeeWhoIsNotToBeDisturbedAndNothingOfTheHours() {
        want(NIGHT);
        assertThat(fired).isEmpty();
        assertThat(profiles.read(ada.id()).profile().json())
                .doesNotContain("quiet")
                .doesNotContain("18:30");
        want("'doNotDisturb':{'lifetime':" + HOUR + "}");
        assertThat(fired).containsExactly(new ProfileChanged(ada.id(), false));
        assertThat(seen()).isEqualTo(new DoNotDisturb(now + HOUR));
        assertThat(profiles.read(ada.id()).profile().json())
                .endsWith(",\"doNotDisturb\":{\"until\":" + (now + HOUR) + "}}");
        want("'doNotDisturb':{}");
        assertThat(seen()).isEqualTo(new DoNotDisturb(null));
    }

    @Test
    void itIsTakenAwayOnceItIsOverAndOthersAreTold() {
        want("'doNotDisturb':{'lifetime':" + HOUR + "}," + NIGHT);
        profiles.say(ada.id(), new Status("", "stays", now + 2 * HOUR));
        profiles.end(now);
        assertThat(profiles.isDue(now + HOUR - 1)).isFalse();
        assertThat(profiles.isDue(now + HOUR)).isTrue();
        fired.clear();
        profiles.end(now + HOUR);
        assertThat(fired).containsExactly(new ProfileChanged(ada.id(), false));
        assertThat(seen()).isNull();
        assertThat(known(ada)).as("the hours stay").isEqualTo(quoted(NIGHT));
        assertThat(profiles.read(ada.id()).profile().status()).isNotNull();
    }

    @Test
    void whatIsReadOfItAfterAChangeIsNewer() {
        long first = profiles.read(ada.id()).revision();
        want("'doNotDisturb':{'lifetime':" + HOUR + "}");
        long second = profiles.read(ada.id()).revision();
        profiles.end(now + HOUR);
        assertThat(List.of(first, second, profiles.read(ada.id()).revision()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anEndThatAnotherNodeWasToldOfIsWaitedForHereToo() {
        profiles.end(now);
        done(quiets.change(ada, wanted("'doNotDisturb':{'lifetime':60000}")));
        assertThat(profiles.isDue(now + 60_000)).as("premise").isFalse();
        profiles.read(ada.id());
        assertThat(profiles.isDue(now + 60_000)).isTrue();
    }

    @Test
    void whatIsOverIsNotTrueEvenBeforeItIsTakenAway() {
        QuietChange before =
                new QuietChange(FrameReader.readObject(quoted("'doNotDisturb':{'lifetime':1}")), now - HOUR);
        done(quiets.change(ada, before));
        assertThat(seen()).isNull();
        assertThat(known(ada)).isEqualTo("{}");
        assertThat(want(NIGHT))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo(quoted(NIGHT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'doNotDisturb':true",
                "'doNotDisturb':{'lifetime':0}",
                "'doNotDisturb':{'lifetime':31622400001}",
                "'quietHours':'18:00'",
                "'quietHours':{}",
                "'quietHours':{'from':'18:00','to':'08:00'}",
                "'quietHours':{'from':'24:00','to':'08:00','zone':'UTC'}",
                "'quietHours':{'from':'18:00','to':'8:00','zone':'UTC'}",
                "'quietHours':{'from':'18:00','to':'08:60','zone':'UTC'}",
                "'quietHours':{'from':'18:00\\n','to':'08:00','zone':'UTC'}",
                "'quietHours':{'from':'18:00','to':'08:00','zone':'+02:00'}",
                "'quietHours':{'from':'18:00','to':'08:00','zone':'Europe/Atlantis'}",
                "'quietHours':{'from':'18:00','to':'08:00','zone':7}"
            })
    void whatCanNotBeWantedIsRefusedAndChangesNothing(String json) {
        want(NIGHT);
        refused(Code.BAD_FIELD, () -> quiets.change(ada, wanted(json)));
        assertThat(known(ada)).isEqualTo(quoted(NIGHT));
    }

    @Test
    void itIsStillWantedAfterARestart() {
        want("'doNotDisturb':{}," + NIGHT);
        house.close();
        open();
        assertThat(known(ada)).isEqualTo(quoted("'doNotDisturb':{}," + NIGHT));
        assertThat(seen()).isEqualTo(new DoNotDisturb(null));
    }
}
