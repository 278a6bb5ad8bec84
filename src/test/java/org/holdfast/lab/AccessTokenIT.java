package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Protocol section 6.2: what programs may do with the access token of a person. */
class AccessTokenIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static Site server;
    private static Person ada;

    @BeforeAll
    static void start() {
        server = Site.shared("access-token").start();
        ada = Person.signUp(server.uri(), "ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTokenReachesAsFarAsItsScope() throws Exception {
        var gil = Person.signUp(server.uri(), "gil");
        var reader = program(gil, "read");
        var writer = program(gil, "write");
        reader.get("api/rooms").expect(200);
        reader.post("api/rooms", "{\"name\":\"by a reader\"}").expect(403);
        assertThat(post(reader)).contains("\"forbidden\"");
        writer.post("api/rooms", "{\"name\":\"by a writer\"}").expect(201);
        assertThat(post(writer)).doesNotContain("\"forbidden\"");
        for (var path : List.of("api/tokens", "api/logins", "api/audit"))
            program(ada, "write").get(path).expect(403);
        program(ada, "admin").get("api/audit").expect(200);
        program(gil, "admin").get("api/audit").expect(403);
        gil.post("api/tokens", "{\"name\":\"all\",\"scope\":\"person\"}").expect(400);
    }

    private static String post(Person program) {
        var data = Map.of("id", "message-of-a-program", "room", 1, "text", "hello");
        return program.post("api/commands", Json.frame("post", data))
                .expect(200)
                .text();
    }

    @Test
    void aTokenOpensAWebSocketUntilItIsRevoked() throws Exception {
        var hal = Person.signUp(server.uri(), "hal");
        var issued = hal.post("api/tokens", "{\"name\":\"listener\",\"scope\":\"read\"}")
                .expect(201)
                .json();
        var headers = Map.of("Authorization", "Bearer " + issued.getString("token"));
        try (var open = RawWebSocket.open(server.uri(), "ws/chat", headers)) {
            open.text(Json.frame("hello", Map.of("protocol", 1)));
            assertThat(open.nextText(LIMIT)).contains("\"name\":\"hal\"");
            hal.delete("api/tokens/" + issued.getInt("id")).expect(204);
            assertThat(open.closeCode(LIMIT)).isEqualTo(1008);
        }
        Person.program(server.uri(), issued.getString("token"))
                .get("api/session")
                .expect(401);
    }

    @Test
    void aTokenIsWorthNothingAfterItsTimeNorInAUrl() {
        var ida = Person.signUp(server.uri(), "ida");
        var issued = ida.post("api/tokens", "{\"name\":\"short\",\"lifetime\":1}")
                .expect(201)
                .json();
        assertThat(issued.getJsonNumber("expiresAt").longValue())
                .isEqualTo(issued.getJsonNumber("createdAt").longValue() + 1);
        Person.program(server.uri(), issued.getString("token"))
                .get("api/session")
                .expect(401);
        var lasting =
                ida.post("api/tokens", "{\"name\":\"lasting\"}").expect(201).json();
        Person.stranger(server.uri())
                .get("api/session?access_token=" + lasting.getString("token"))
                .expect(401);
        assertThat(ida.get("api/tokens").text()).doesNotContain(lasting.getString("token"));
    }

    @Test
    void aTokenNeverBecomesAPerson() {
        var program = program(ada, "admin");
        var self = "api/accounts/" + ada.account() + "/reset";
        program.request("POST", self, JsonValue.EMPTY_JSON_OBJECT).expect(403);
        program.post("api/invitations", "{\"role\":\"admin\"}").expect(403);
        program.post("api/logout", "{}").expect(403);
        program.get("api/session").expect(200);
    }

    @Test
    void besideATokenThatIsWorthNothingACookieDoesNotCount() throws Exception {
        var lea = Person.signUp(server.uri(), "lea");
        var request = lea.request("api/session")
                .header("Authorization", "Bearer " + "x".repeat(43))
                .build();
        assertThat(Http.CLIENT.send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aResetEndsTheTokensThatWereMadeBefore() {
        var nat = Person.signUp(server.uri(), "nat");
        var program = program(nat, "read");
        var reset = ada.post("api/accounts/" + nat.account() + "/reset", "{}")
                .expect(201)
                .json();
        var set = Map.of("token", reset.getString("token"), "password", "a new long secret");
        Person.stranger(server.uri())
                .request("POST", "api/password", Json.object(set))
                .expect(204);
        program.get("api/session").expect(401);
    }

    private static Person program(Person person, String scope) {
        var wanted = Json.object(Map.of("name", "a program", "scope", scope));
        var issued = person.request("POST", "api/tokens", wanted).expect(201).json();
        return Person.program(server.uri(), issued.getString("token"));
    }
}
