package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.db.RealPostgreSql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a pool that the server has made, by the name that it has there: the databases page. */
@Tag("any-server")
class ServerPoolIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Server server =
            ServerPool.of(Server.of("server-pool").with("holdfast.poll.interval", "100ms"), lockedSchema());
    private Person ann;
    private long room;
    private List<ChatClient> clients = List.of();

    private static DatabaseAddress lockedSchema() {
        var address = RealPostgreSql.schema("server_pool");
        RealPostgreSql.lock("pool", "pool-secret");
        RealPostgreSql.execute("GRANT ALL ON SCHEMA server_pool TO pool");
        return new DatabaseAddress(address.url(), "pool", "pool-secret");
    }

    @BeforeEach
    void start() {
        server.start();
        ann = Person.signUp(server.uri(), "ann");
        room = ann.createRoom("the pool");
        clients = Arrays.stream(Transport.values())
                .map(transport -> ann.client(Patience.SHORT).by(transport).connect())
                .toList();
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
    }

    @AfterEach
    void stop() {
        clients.forEach(ChatClient::close);
        server.close();
    }

    @Test
    void aConversationOnTheServersOwnPoolGoesOnAfterAKillOnAllTransports() {
        say("before");
        assertThat(server.output()).contains("Its data: data source ");
        assertThat(server.data().resolve("holdfast.mv.db"))
                .as("the embedded database")
                .doesNotExist();
        server.kill9();
        clients.forEach(client -> client.post(room, "while it is down"));
        server.start();
        say("after");
        Oracle.assertHolds(room, clients);
        assertThat(clients)
                .as("nobody began anew")
                .allSatisfy(client -> assertThat(client.view(room).resets()).isEmpty());
    }

    private void say(String text) {
        clients.forEach(client -> client.post(room, text));
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
        Oracle.awaitHeard(ann, room, clients);
    }

    private boolean all(Predicate<ChatClient> condition) {
        return clients.stream().allMatch(condition);
    }
}
