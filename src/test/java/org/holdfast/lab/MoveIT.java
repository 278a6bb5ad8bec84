package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.holdfast.db.RealPostgreSql;
import org.junit.jupiter.api.Test;

/** A house that began with the embedded database is moved into PostgreSQL by one setting, while its people wait: src/docs/operating.md. */
class MoveIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] NOTES = "These are the notes of the meeting.".getBytes(UTF_8);

    @Test
    void whoWasConnectedBeforeGoesOnAfterItWhereTheyWere() {
        try (var server = new PayaraMicro("move").with("holdfast.commands.rate", "0")) {
            server.start();
            var ann = Person.signUp(server.uri(), "ann");
            var room = ann.createRoom("room " + UUID.randomUUID());
            var shelf = new Shelf(ann, ann.createRoom("shelf"));
            var file = shelf.posted("notes.txt", NOTES);
            var clients = Arrays.stream(Transport.values())
                    .map(transport -> ann.client(Patience.SHORT).by(transport).connect())
                    .toList();
            clients.forEach(client -> client.post(room, "before"));
            settle(ann, room, clients);
            server.stop();
            clients.forEach(client -> client.post(room, "while nobody is there"));
            moved(server).start();
            settle(ann, room, clients);
            assertThat(clients)
                    .as("nobody began anew")
                    .allSatisfy(client -> assertThat(client.view(room).resets()).isEmpty());
            assertThat(shelf.download(file).body()).isEqualTo(NOTES);
            await().atMost(SOON).until(() -> found(ann, "nobody") == clients.size() && found(ann, "before") > 0);
            server.restart();
            assertThat(server.output()).contains("is moved already");
            settle(ann, room, clients);
            clients.forEach(ChatClient::close);
        }
    }

    private static PayaraMicro moved(PayaraMicro server) {
        var database = RealPostgreSql.schema("move");
        return server.with("holdfast.database.url", database.url())
                .with("holdfast.database.user", database.user())
                .with("holdfast.database.import", "true");
    }

    private static void settle(Person reader, long room, List<ChatClient> clients) {
        await().atMost(SOON)
                .until(() -> clients.stream()
                        .allMatch(client -> client.isLive() && client.outbox().isEmpty()));
        Oracle.awaitHeard(reader, room, clients);
        Oracle.assertHolds(room, clients);
    }

    private static int found(Person who, String word) {
        return who.get("api/search?q=" + word)
                .expect(200)
                .json()
                .getJsonArray("hits")
                .size();
    }
}
