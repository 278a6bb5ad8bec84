package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Patience;
import org.holdfast.lab.Person;
import org.holdfast.lab.Seen;
import org.holdfast.lab.TcpProxy;
import org.holdfast.lab.Transport;

/** The people of one schedule: all are in one room, the first of them also in another. They talk, and are witnesses in the end. */
final class Cast implements AutoCloseable {
    private static final int LONGEST = 400;
    /** Half of all have what most have, and surely the first. */
    private static final List<Transport> TRANSPORTS = List.of(
            Transport.WEBSOCKET,
            Transport.WEBSOCKET,
            Transport.WEBSOCKET,
            Transport.SSE,
            Transport.LONG_POLL,
            Transport.SHORT_POLL);

    private final FaultServer server;
    private final SplittableRandom chance;
    private final List<Person> people;
    private final List<End> ends = new ArrayList<>();
    private final List<End> aside = new ArrayList<>();
    private final boolean ordered;
    private final long room;
    private final long sideRoom;
    private int talked;

    Cast(FaultServer server, Schedule schedule, Function<Person, End> page) {
        this.server = server;
        chance = new SplittableRandom(schedule.seed() + 1);
        people = server.people().subList(0, schedule.clients() + schedule.pages());
        ordered = schedule.mishaps().stream().noneMatch(Mishap::refuses);
        room = meet("room " + schedule.seed(), people);
        sideRoom = meet("side room " + schedule.seed(), people.subList(0, 2));
        people.subList(0, schedule.clients()).forEach(person -> ends.add(client(person)));
        people.subList(schedule.clients(), people.size()).forEach(person -> ends.add(page.apply(person)));
        aside.addAll(ends.subList(0, 2));
    }

    private static long meet(String name, List<Person> members) {
        var room = members.get(0).createRoom(name);
        members.subList(1, members.size()).forEach(member -> member.join(room));
        return room;
    }

    private End client(Person person) {
        var line = new TcpProxy(server.micro().port());
        var transport = TRANSPORTS.get(ends.isEmpty() ? 0 : chance.nextInt(TRANSPORTS.size()));
        var client = person.by(line.uri()).client(Patience.SHORT).by(transport).connect();
        return new ClientEnd(line, client, ordered);
    }

    /** So many messages, by whoever, of whatever length. */
    void talk(int messages) {
        for (int n = 0; n < messages; n++) {
            var speaker = chance.nextInt(ends.size());
            var quietly = speaker < aside.size() && chance.nextInt(4) == 0;
            var text = "message " + talked++ + " " + "·".repeat(chance.nextInt(LONGEST));
            ends.get(speaker).post(quietly ? sideRoom : room, text);
        }
    }

    List<End> ends() {
        return ends;
    }

    int unanswered() {
        return ends.stream().mapToInt(End::unanswered).sum();
    }

    /** On a stopped server's disk is all that was acknowledged until now. */
    void judge(Ledger ledger) {
        ends.stream()
                .map(end -> end.acknowledged().values())
                .map(Collection::stream)
                .forEach(receipts -> ledger.holds(receipts.toList()));
    }

    /** Fails as long as anything differs from what the guarantee says. */
    void judge() {
        assertThat(unanswered()).as("unanswered posts").isZero();
        assertThat(ends).allSatisfy(end -> assertThat(end.refused()).isEmpty());
        judge(room, ends);
        judge(sideRoom, aside);
        assertThat(ends.subList(aside.size(), ends.size()))
                .as("those who are not in the side room")
                .allSatisfy(end -> assertThat(end.witness(sideRoom).view()).isEmpty());
    }

    private void judge(long judged, List<End> members) {
        List<Seen> log = people.get(0).log(judged);
        var witnesses = members.stream().map(end -> end.witness(judged)).toList();
        assertThat(Oracle.judge(judged, log, witnesses)).isEmpty();
        server.judged(judged, log);
    }

    @Override
    public void close() {
        ends.forEach(End::close);
    }

    /** Else they would be in more rooms with each schedule. */
    void leave() {
        people.forEach(person -> person.leave(room));
        people.subList(0, aside.size()).forEach(person -> person.leave(sideRoom));
    }
}
