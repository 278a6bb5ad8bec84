package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.lab.Finding.Fault;

/** Holds what clients saw, and what they were promised, against the log as the server has it: the guarantee of the README. */
public final class Oracle {
    private static final Duration SOON = Duration.ofSeconds(60);

    /**
     * What one client brings before the oracle.
     *
     * @param posted all that it posted, in order
     * @param inOrder whether the log must keep that order
     * @param begin the sequence after which its view began
     */
    public record Witness(
            String name,
            Map<String, Posted> posted,
            Map<String, Receipt> acknowledged,
            boolean inOrder,
            long begin,
            List<Seen> view,
            List<Finding> findings) {
        public static Witness of(ChatClient client, long room) {
            var view = client.view(room);
            return new Witness(
                    client.person().name(),
                    client.outbox().posted(),
                    client.outbox().acknowledged(),
                    client.outbox().keepsOrder(),
                    view.begin(),
                    view.seen(),
                    client.findings());
        }
    }

    private final long room;
    private final List<Seen> log;
    private final Map<String, Posted> posted = new HashMap<>();
    private final Map<String, Seen> logged = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Until they all have what the log has now. */
    public static void awaitHeard(Person reader, long room, List<ChatClient> clients) {
        var head = reader.log(room).size();
        await().atMost(SOON)
                .until(() ->
                        clients.stream().allMatch(client -> client.view(room).last() == head));
    }

    /** @param log the room's whole log, fetched fresh when all clients had caught up */
    public static List<Finding> judge(long room, List<Seen> log, List<Witness> witnesses) {
        var oracle = new Oracle(room, log);
        witnesses.forEach(witness -> oracle.posted.putAll(witness.posted()));
        oracle.judgeLog();
        witnesses.forEach(oracle::judge);
        return List.copyOf(oracle.findings);
    }

    /** Fetches the log, and fails with every finding if there is one. */
    public static void assertHolds(long room, List<ChatClient> clients) {
        var log = clients.get(0).person().log(room);
        var witnesses = clients.stream().map(client -> Witness.of(client, room)).toList();
        assertThat(judge(room, log, witnesses)).as("what the guarantee forbids").isEmpty();
    }

    private Oracle(long room, List<Seen> log) {
        this.room = room;
        this.log = log;
    }

    private void judgeLog() {
        for (int i = 0; i < log.size(); i++) {
            var event = log.get(i);
            if (event.sequence() != i + 1) find(Fault.GAP, "the log has %d at place %d", event.sequence(), i + 1);
            if (event.log() != room) find(Fault.FOREIGN, "the log has %s", event);
            if (event.isMessage()) judgeMessage(event);
        }
    }

    private void judgeMessage(Seen event) {
        if (logged.put(event.id(), event) != null) find(Fault.DOUBLE, "the log has %s twice", event);
        var post = posted.get(event.id());
        if (post == null) find(Fault.FOREIGN, "nobody posted %s", event);
        else if (!isThat(event, post)) find(Fault.FOREIGN, "%s was posted, %s logged", post, event);
    }

    private static boolean isThat(Seen event, Posted post) {
        return event.log() == post.room()
                && event.author().equals(post.author())
                && event.text().equals(post.text());
    }

    private void judge(Witness witness) {
        findings.addAll(witness.findings());
        witness.acknowledged().values().stream()
                .filter(receipt -> receipt.room() == room)
                .forEach(receipt -> judgeReceipt(witness, receipt));
        if (witness.inOrder()) judgeOrder(witness);
        judgeSteps(witness);
        judgeView(witness);
    }

    private void judgeReceipt(Witness witness, Receipt receipt) {
        var event = logged.get(receipt.id());
        if (event == null) find(Fault.LOST, "%s was promised %s", witness.name(), receipt);
        else if (event.sequence() != receipt.sequence())
            find(Fault.OUT_OF_ORDER, "%s was promised %s, the log has %s", witness.name(), receipt, event);
    }

    private void judgeOrder(Witness witness) {
        var places = witness.posted().keySet().stream()
                .map(logged::get)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 1; i < places.size(); i++)
            if (places.get(i).sequence() < places.get(i - 1).sequence())
                find(
                        Fault.OUT_OF_ORDER,
                        "%s posted %s first, then %s",
                        witness.name(),
                        places.get(i - 1),
                        places.get(i));
    }

    private void judgeSteps(Witness witness) {
        var before = witness.begin();
        var met = new HashSet<Long>();
        for (var event : witness.view()) {
            if (event.log() != room) find(Fault.FOREIGN, "%s saw %s", witness.name(), event);
            if (!met.add(event.sequence())) find(Fault.DOUBLE, "%s saw %s twice", witness.name(), event);
            else if (event.sequence() < before) find(Fault.OUT_OF_ORDER, "%s saw %s late", witness.name(), event);
            else if (event.sequence() > before + 1)
                find(Fault.GAP, "%s saw %d after %d", witness.name(), event.sequence(), before);
            before = event.sequence();
        }
    }

    /** Live state must equal state fetched fresh. */
    private void judgeView(Witness witness) {
        var expected = log.subList((int) Math.min(witness.begin(), log.size()), log.size());
        if (expected.equals(witness.view())) return;
        var same = 0;
        while (same < Math.min(expected.size(), witness.view().size())
                && expected.get(same).equals(witness.view().get(same))) same++;
        find(
                Fault.DIFFERENT,
                "%s has %d events, the log %d; they differ after %d",
                witness.name(),
                witness.view().size(),
                expected.size(),
                witness.begin() + same);
    }

    private void find(Fault fault, String what, Object... values) {
        findings.add(new Finding(fault, what.formatted(values)));
    }
}
