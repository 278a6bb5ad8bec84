package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Positions belong to no transport and to no process (protocol, section 1): a conversation goes on at another node of the same data, by
 * another transport. One node at a time: the embedded database has one process.
 */
class AnyNodeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Transport[] ROADS = Transport.values();

    private final PayaraMicro one = node("node-one");
    private final PayaraMicro other =
            node("node-other").with("holdfast.data", one.data().toString());
    private TcpProxy line;
    private List<ChatClient> clients;
    private Person ann;
    private long room;
    private int moves;

    private static PayaraMicro node(String name) {
        return new PayaraMicro(name).with("holdfast.poll.interval", "100ms").with("holdfast.drain.spread", "1s");
    }

    @BeforeEach
    void meet() {
        one.start();
        line = new TcpProxy(one.port());
        ann = Person.signUp(line.uri(), "ann");
        room = ann.createRoom("the way");
        clients = Arrays.stream(ROADS)
                .map(transport -> ann.client(Patience.SHORT).by(transport).connect())
                .toList();
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
    }

    @AfterEach
    void part() {
        clients.forEach(ChatClient::close);
        line.close();
        other.close();
        one.close();
    }

    @Test
    void whoeverComesToAnotherNodeByAnotherTransportGoesOnWhereTheyWere() {
        say("at the first");
        one.stop();
        move(other);
        say("at the other");
        other.kill9();
        move(one);
        say("at the first again");
        Oracle.assertHolds(room, clients);
        assertThat(clients)
                .as("nobody began anew")
                .allSatisfy(client -> assertThat(client.view(room).resets()).isEmpty());
    }

    /** Nobody is there meanwhile, and whoever was a socket comes back as a stream, and so on. */
    private void move(PayaraMicro to) {
        clients.forEach(client -> client.post(room, "on the way to " + to.port()));
        moves++;
        for (int n = 0; n < ROADS.length; n++) clients.get(n).changeTo(ROADS[(n + moves) % ROADS.length]);
        line.upstream(to.port());
        to.start();
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
    }

    private void say(String text) {
        clients.forEach(client -> client.post(room, text));
        await().atMost(SOON).until(() -> all(client -> client.outbox().isEmpty()));
        Oracle.awaitHeard(ann, room, clients);
    }

    private boolean all(Predicate<ChatClient> condition) {
        return clients.stream().allMatch(condition);
    }
}
