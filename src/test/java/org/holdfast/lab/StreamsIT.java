package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Event streams for other programs: the streams page. */
@Tag("any-server")
class StreamsIT {
    private static Server server;
    private static Person ann;

    private Publisher robot;

    @BeforeAll
    static void start() {
        server = Server.of("streams").start();
        ann = Person.signUp(server.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void topic() {
        robot = Publisher.of(ann, "t" + UUID.randomUUID(), Map.of());
    }

    private EventLines read(String query) throws Exception {
        return new EventLines(
                ann.request("sse/streams/" + robot.topic() + query).build());
    }

    @Test
    void anEventSourceHearsEventsByTheirNamesAndGoesOnWhereItWas() throws Exception {
        String first;
        try (var stream = read("")) {
            assertBegins(stream);
            robot.publish("tick", 1);
            assertThat(stream.data()).isEqualTo("\"1\"");
            assertThat(stream.event()).isEqualTo("tick");
            first = stream.id();
        }
        robot.publish("tick", 2);
        robot.publish("tock", 3);
        server.kill9();
        server.start();
        try (var stream = new EventLines(ann.request("sse/streams/" + robot.topic() + "?since=earliest")
                .header("Last-Event-ID", first)
                .build())) {
            assertThat(List.of(stream.data(), stream.data())).containsExactly("\"2\"", "\"3\"");
            assertThat(stream.event()).isEqualTo("tock");
        }
        try (var stream = read("?since=earliest")) {
            assertThat(List.of(stream.data(), stream.data(), stream.data())).containsExactly("\"1\"", "\"2\"", "\"3\"");
        }
        try (var stream = read("?last=1")) {
            assertThat(stream.data()).isEqualTo("\"3\"");
        }
    }

    private static void assertBegins(EventLines stream) {
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(List.of(stream.line(), stream.line(), stream.line()))
                .containsExactly("retry: 2000", ": holdfast", "");
        assertThat(stream.line())
                .as("where it comes back to before anything happens")
                .matches("id: \\d+\\.0\\..+");
    }

    @Test
    void whatIsPublishedAgainWithItsIdIsPublishedOnce() {
        var body = "{\"home\":1,\n\"guest\":0}".getBytes();
        var first = robot.post("?event=goal&id=goal-0001", Publisher.JSON, body).expect(200);
        assertThat(first.json().getString("id")).isEqualTo("goal-0001");
        assertThat(robot.post("?event=goal&id=goal-0001", Publisher.JSON, body)
                        .expect(200)
                        .text())
                .isEqualTo(first.text());
        var other = robot.post("?event=goal&id=goal-0001", Publisher.JSON, "2".getBytes())
                .expect(409);
        assertThat(other.json().getString("code")).isEqualTo("conflict");
    }

    @Test
    void whoMakesAndRevokesTokensStandsInTheAuditLog() {
        robot.revokedBy(ann);
        ann.delete("api/streams/" + robot.topic()).expect(204);
        assertThat(ann.get("api/audit?limit=4").expect(200).json().getJsonArray("entries"))
                .extracting(entry -> entry.asJsonObject().getString("action"))
                .containsExactly("topic_deleted", "token_revoked", "token_issued", "topic_created");
        assertThat(ann.get("api/audit?limit=2").text()).contains("topic " + robot.topic());
    }
}
