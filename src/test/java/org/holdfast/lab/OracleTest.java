package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.lab.Finding.Fault;
import org.holdfast.lab.Oracle.Witness;
import org.junit.jupiter.api.Test;

/** Each kind of broken promise is found when it is the only one. */
class OracleTest {
    private static final long ROOM = 3;

    private final List<Seen> log = new ArrayList<>(
            List.of(event(1, "created", "", "{}"), message(2, "a"), message(3, "b"), message(4, "c"), message(5, "d")));
    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private final Map<String, Receipt> acknowledged = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<Seen> view = new ArrayList<>(log);
    private long begin;
    private boolean inOrder = true;

    OracleTest() {
        for (var event : log.subList(1, log.size())) {
            posted.put(event.id(), new Posted(event.id(), ROOM, "7", event.text()));
            acknowledged.put(event.id(), new Receipt(event.id(), ROOM, event.sequence(), 1));
        }
    }

    @Test
    void nothingIsFoundWhenAllIsWell() {
        assertThat(judge()).isEmpty();
    }

    @Test
    void aViewMayBeginLaterAndAPostMayBeUnanswered() {
        begin = 2;
        view.subList(0, 2).clear();
        acknowledged.remove("d");
        posted.put("e", new Posted("e", ROOM, "7", "text e"));
        assertThat(judge()).isEmpty();
    }

    @Test
    void anAcknowledgedMessageThatIsNotInTheLogIsLost() {
        log.remove(4);
        view.remove(4);
        assertThat(faults()).containsExactly(Fault.LOST);
    }

    @Test
    void oneMessageTwiceInTheLogIsDouble() {
        log.add(message(6, "a"));
        view.add(message(6, "a"));
        inOrder = false;
        assertThat(faults()).contains(Fault.DOUBLE).doesNotContain(Fault.GAP, Fault.FOREIGN, Fault.DIFFERENT);
    }

    @Test
    void oneEventTwiceInAViewIsDouble() {
        view.add(3, view.get(2));
        assertThat(faults()).containsExactly(Fault.DOUBLE, Fault.DIFFERENT);
    }

    @Test
    void aReceiptForAnotherPlaceIsOutOfOrder() {
        acknowledged.put("b", new Receipt("b", ROOM, 9, 1));
        assertThat(faults()).containsExactly(Fault.OUT_OF_ORDER);
    }

    @Test
    void twoEventsSwappedInAViewAreOutOfOrder() {
        view.add(2, view.remove(3));
        assertThat(faults()).contains(Fault.OUT_OF_ORDER, Fault.DIFFERENT);
    }

    @Test
    void anAuthorsMessagesInAnotherOrderThanPostedAreOutOfOrder() {
        var first = posted.remove("a");
        posted.put("a", first);
        assertThat(faults()).containsExactly(Fault.OUT_OF_ORDER);
        inOrder = false;
        assertThat(judge()).isEmpty();
    }

    @Test
    void aMessageThatNobodyPostedIsForeign() {
        posted.remove("b");
        acknowledged.remove("b");
        assertThat(faults()).containsExactly(Fault.FOREIGN);
    }

    @Test
    void aMessageWithAnotherTextOrAuthorIsForeign() {
        posted.put("b", new Posted("b", ROOM, "7", "another text"));
        assertThat(faults()).containsExactly(Fault.FOREIGN);
        posted.put("b", new Posted("b", ROOM, "8", "text b"));
        assertThat(faults()).containsExactly(Fault.FOREIGN);
    }

    @Test
    void anEventOfAnotherRoomIsForeign() {
        var stray = new Seen(4, 5, "message", "d", "7", "ann", 1, "text d");
        view.set(4, stray);
        assertThat(faults()).containsExactly(Fault.FOREIGN, Fault.DIFFERENT);
        log.set(4, stray);
        assertThat(faults()).contains(Fault.FOREIGN).doesNotContain(Fault.DIFFERENT);
    }

    @Test
    void aSequenceMissingInTheLogIsAGap() {
        log.set(4, message(6, "d"));
        view.set(4, message(6, "d"));
        acknowledged.remove("d");
        assertThat(faults()).containsExactly(Fault.GAP, Fault.GAP);
    }

    @Test
    void anEventMissingInAViewIsAGap() {
        view.remove(2);
        assertThat(faults()).containsExactly(Fault.GAP, Fault.DIFFERENT);
    }

    @Test
    void aViewThatEndsEarlyOrSaysSomethingElseDiffers() {
        view.remove(4);
        assertThat(faults()).containsExactly(Fault.DIFFERENT);
        view.add(new Seen(ROOM, 5, "message", "d", "7", "ann", 2, "text d"));
        assertThat(faults()).containsExactly(Fault.DIFFERENT);
    }

    @Test
    void whatAClientFoundCounts() {
        findings.add(new Finding(Fault.MALFORMED, "no array"));
        assertThat(faults()).containsExactly(Fault.MALFORMED);
    }

    private List<Fault> faults() {
        return judge().stream().map(Finding::fault).toList();
    }

    private List<Finding> judge() {
        var witness = new Witness("ann", posted, acknowledged, inOrder, begin, view, findings);
        return Oracle.judge(ROOM, log, List.of(witness));
    }

    private static Seen message(long sequence, String id) {
        return event(sequence, "message", id, "text " + id);
    }

    private static Seen event(long sequence, String type, String id, String text) {
        return new Seen(ROOM, sequence, type, id, "7", "ann", 1, text);
    }
}
