package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Protocol section 6.2: invitations, passwords, logins elsewhere and the audit log, where sign-up is closed. */
class IdentityIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static Site server;
    private static Person ada;

    @BeforeAll
    static void start() {
        server = Site.shared("identity")
                .with("holdfast.signup", "false")
                .with("holdfast.proxies", "127.0.0.1")
                .start();
        ada = Person.signUp(server.uri(), "ada");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Person join(String name) {
        return Person.invited(server.uri(), name, invitation("member"));
    }

    private static String invitation(String role) {
        var wanted = Json.object(Map.of("role", role, "note", "for a test"));
        return ada.request("POST", "api/invitations", wanted).expect(201).json().getString("token");
    }

    @Test
    void anInvitationMakesOneAccountOfItsRole() {
        var invitation = invitation("guest");
        var ben = Person.invited(server.uri(), "ben", invitation);
        assertThat(ben.get("api/session").json().getString("role")).isEqualTo("guest");
        var again = Person.stranger(server.uri());
        again.request("POST", "api/accounts", again.signUpWith(invitation)).expect(403);
        assertThat(invitations().toString()).contains("\"usedBy\":\"ben\"").doesNotContain(invitation);
    }

    @Test
    void withoutAnInvitationOrWithOneThatWasTakenBackNobodyGetsIn() {
        var invitation = invitation("member");
        var newest = invitations().getJsonArray("invitations").getJsonObject(0).getInt("id");
        ada.delete("api/invitations/" + newest).expect(204);
        var stranger = Person.stranger(server.uri());
        for (var shown : List.of(invitation, "", "none"))
            stranger.request("POST", "api/accounts", stranger.signUpWith(shown)).expect(403);
    }

    private static JsonObject invitations() {
        return ada.get("api/invitations").expect(200).json();
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndSignsOutThere() throws Exception {
        var here = join("cem");
        var there = here.signIn(server.uri());
        try (var open = welcomed(there)) {
            var logins = here.get("api/logins").expect(200).json().getJsonArray("logins");
            assertThat(logins).hasSize(2);
            var other = logins.getValuesAs(JsonObject.class).stream()
                    .filter(login -> !login.getBoolean("current"))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.getString("device")).startsWith("Java");
            assertThat(other.getJsonArray("connections").toString()).contains("\"transport\":\"websocket\"");
            here.delete("api/logins/" + other.getString("id")).expect(204);
            assertThat(open.closeCode(LIMIT)).isEqualTo(1008);
        }
        there.get("api/session").expect(401);
        here.get("api/session").expect(200);
    }

    @Test
    void nobodyEndsTheLoginOfAnother() {
        var dora = join("dora");
        var login = dora.get("api/logins").json().getJsonArray("logins").getJsonObject(0);
        ada.delete("api/logins/" + login.getString("id")).expect(404);
        dora.get("api/session").expect(200);
    }

    @Test
    void anotherPasswordSignsOutEverywhereElse() {
        var here = join("eve");
        var there = here.signIn(server.uri());
        change(here, "wrong", "another long secret").expect(401);
        change(here, here.password(), "short").expect(400);
        there.get("api/session").expect(200);
        change(here, here.password(), "another long secret").expect(204);
        there.get("api/session").expect(401);
        here.get("api/session").expect(200);
        login("eve", here.password()).expect(401);
        login("eve", "another long secret").expect(200);
    }

    private static Answer change(Person person, String current, String password) {
        return person.request("PUT", "api/password", Json.object(Map.of("current", current, "password", password)));
    }

    private static Answer login(String name, String password) {
        return Person.stranger(server.uri())
                .request("POST", "api/login", Json.object(Map.of("name", name, "password", password)));
    }

    @Test
    void aForgottenPasswordIsSetOnceByWhoeverWasHandedTheReset() {
        var fay = join("fay");
        reset(resetOf(fay), "short").expect(400);
        var older = resetOf(fay);
        var token = resetOf(fay);
        reset(older, "a new long secret").expect(403);
        reset(token, "a new long secret").expect(204);
        reset(token, "a third long secret").expect(403);
        fay.get("api/session").expect(401);
        login("fay", "a new long secret").expect(200);
    }

    private static String resetOf(Person person) {
        var answer = ada.request("POST", "api/accounts/" + person.account() + "/reset", JsonValue.EMPTY_JSON_OBJECT);
        return answer.expect(201).json().getString("token");
    }

    private static Answer reset(String token, String password) {
        return Person.stranger(server.uri())
                .request("POST", "api/password", Json.object(Map.of("token", token, "password", password)));
    }

    @Test
    void whatAnAdministratorGaveAwayIsWorthNothingOnceTheyAreNone() {
        var max = Person.invited(server.uri(), "max", invitation("admin"));
        var given =
                max.post("api/invitations", "{\"role\":\"admin\"}").expect(201).json();
        ada.request("PATCH", "api/accounts/" + max.account(), Json.object(Map.of("role", "member")))
                .expect(204);
        var stranger = Person.stranger(server.uri());
        stranger.request("POST", "api/accounts", stranger.signUpWith(given.getString("token")))
                .expect(403);
    }

    @Test
    void theAuditLogSaysWhoDidWhatFromWhere() {
        var jim = join("jim");
        login("jim", "a wrong secret").expect(401);
        change(jim, "another wrong one", "a new long secret").expect(401);
        var entries =
                ada.get("api/audit").expect(200).json().getJsonArray("entries").getValuesAs(JsonObject.class);
        assertThat(entries)
                .extracting(entry -> entry.getString("actorName") + " " + entry.getString("action"))
                .startsWith(
                        "jim sign_in_refused", "jim sign_in_refused", "jim signed_in", "jim signed_up", "ada invited");
        assertThat(entries.get(0).getString("address")).isEqualTo("127.0.0.1");
        assertThat(entries.toString()).doesNotContain("wrong secret", "another wrong one", jim.password());
        assertThat(entries)
                .extracting(entry -> entry.getJsonNumber("id").longValue())
                .isSortedAccordingTo((one, next) -> Long.compare(next, one));
    }

    @Test
    void theAuditLogNamesTheClientBehindAListedProxy() throws Exception {
        var request = Person.stranger(server.uri())
                .request("api/login")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-For", "192.0.2.7")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"ada\",\"password\":\"guess\"}"))
                .build();
        Http.CLIENT.send(request, BodyHandlers.discarding());
        assertThat(ada.get("api/audit?limit=50").text())
                .contains("\"actorName\":\"ada\",\"subject\":\"wrong_login\",\"address\":\"192.0.2.7\"");
    }

    private static RawWebSocket welcomed(Person person) throws Exception {
        var socket = RawWebSocket.of(person);
        socket.text(Json.frame("hello", Map.of("protocol", 1)));
        socket.nextText(LIMIT);
        return socket;
    }
}
