package org.holdfast.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Protocol section 6.12: as what a person wants to be seen, and of which words they want to be told. */
class ShownPeopleTest {
    @TempDir
    Path folder;

    private final List<ShownOtherwise> fired = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private RoomServer house;
    private ShownPeople shown;
    private Profiles profiles;
    private Quiets quiets;
    private Account ada;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        shown = new ShownPeople(house.log.jdbi, fired::add);
        shown.announceTo(() -> announced.add("said"));
        profiles = new Profiles(house.log.jdbi, house.access, change -> {});
        quiets = new Quiets(house.log.jdbi, house.log.writer, profiles, shown);
        ada = house.account("ada");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private static QuietChange wanted(String json) {
        return new QuietChange(FrameReader.readObject("{" + json.replace('\'', '"') + "}"), 1);
    }

    /** As the HTTP API does it. */
    private List<Event> want(String json) {
        List<Event> events = done(quiets.change(ada, wanted(json)));
        quiets.show(ada, wanted(json));
        return events;
    }

    private String known() {
        return quiets.of(ada).json();
    }

    @Test
    void whatAPersonChoseIsAnEventForTheirDevicesAndKnownAtOnceUntilItIsTakenBack() {
        assertThat(shown.isInvisible(ada.id())).as("before anybody looked").isTrue();
        shown.know();
        assertThat(shown.isInvisible(ada.id())).isFalse();
        assertThat(want("'shownAs':'invisible'"))
                .extracting(Event::type, Event::body)
                .containsExactly(tuple("quiet", "{\"shownAs\":\"invisible\"}"));
        assertThat(shown.isInvisible(ada.id())).isTrue();
        assertThat(want("'doNotDisturb':{}")).hasSize(1);
        assertThat(known()).isEqualTo("{\"doNotDisturb\":{},\"shownAs\":\"invisible\"}");
        assertThat(fired).containsExactly(new ShownOtherwise(ada.id()));
        want("'shownAs':'away'");
        assertThat(shown.of(ada.id())).isEqualTo(ShownAs.AWAY);
        want("'shownAs':null");
        assertThat(shown.of(ada.id())).isNull();
        assertThat(fired).hasSize(3);
        assertThat(announced).hasSize(3);
    }

    @Test
    void itIsNotInTheProfileThatOthersAreToldOf() {
        ReadProfile before = profiles.read(ada.id());
        want("'shownAs':'invisible','words':['crane']");
        assertThat(profiles.read(ada.id())).isEqualTo(before);
    }

    @Test
    void anotherNodeKnowsItWhenItLooks() {
        var other = new ShownPeople(house.log.jdbi, fired::add);
        other.know();
        want("'shownAs':'away'");
        fired.clear();
        other.look();
        other.look();
        assertThat(other.of(ada.id())).isEqualTo(ShownAs.AWAY);
        assertThat(fired).containsExactly(new ShownOtherwise(ada.id()));
    }

    @Test
    void wordsAreKeptAsTheyWereWrittenEachOnce() {
        want("'words':[' Kran ','KRAN','北京','C++']");
        assertThat(known()).isEqualTo("{\"words\":[\"Kran\",\"北京\",\"C++\"]}");
        want("'shownAs':'away'");
        assertThat(known()).contains("\"words\":[\"Kran\",\"北京\",\"C++\"]");
        want("'words':null");
        assertThat(known()).isEqualTo("{\"shownAs\":\"away\"}");
    }

    @Test
    void soManyWordsAreTakenAndNoMore() {
        want(words(20));
        assertThat(quiets.of(ada).words().all()).hasSize(20);
        refused(Code.BAD_FIELD, () -> quiets.change(ada, wanted(words(21))));
        want("'words':['" + "w".repeat(40) + "']");
        refused(Code.BAD_FIELD, () -> quiets.change(ada, wanted("'words':['" + "w".repeat(41) + "']")));
    }

    /** As long as they may be. */
    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "'" + "x".repeat(38) + (10 + n) + "'")
                .collect(Collectors.joining(",", "'words':[", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'shownAs':'online'",
                "'shownAs':'AWAY'",
                "'shownAs':''",
                "'shownAs':true",
                "'words':'crane'",
                "'words':[7]",
                "'words':['']",
                "'words':['  ']",
                "'words':['two\\nlines']"
            })
    void whatCanNotBeWantedIsRefusedAndChangesNothing(String json) {
        want("'shownAs':'away','words':['crane']");
        refused(Code.BAD_FIELD, () -> quiets.change(ada, wanted(json)));
        assertThat(known()).isEqualTo("{\"shownAs\":\"away\",\"words\":[\"crane\"]}");
    }
}
