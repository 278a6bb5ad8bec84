package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People of a company's directory sign in with its passwords: settings {@code holdfast.ldap.*}. */
@Tag("any-server")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectoryIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static LdapServer directory;
    private static Site server;
    private static Person own;
    private static JsonObject first;

    @BeforeAll
    static void start() {
        directory = new LdapServer();
        directory.add("ann", "Ann of Sales", "ann's secret", LdapServer.STAFF);
        directory.add("boss", "The Boss", "boss's secret", LdapServer.STAFF, "CN=Admins, DC=example, DC=org");
        directory.add("leaver", "Leaver", "leaver's secret", LdapServer.STAFF);
        directory.add("outside", "Outside", "outside's secret");
        directory.add("own", "Another", "another's secret", LdapServer.STAFF);
        server = Site.shared("directory")
                .with("holdfast.ldap.url", directory.url())
                .with("holdfast.ldap.user", LdapServer.READER)
                .with("holdfast.ldap.password", LdapServer.SECRET)
                .with("holdfast.ldap.base", LdapServer.BASE)
                .with("holdfast.ldap.members", LdapServer.STAFF)
                .with("holdfast.ldap.admins", LdapServer.ADMINS)
                .with("holdfast.ldap.recheck", "1s")
                .with("holdfast.groups.rooms", "CN=Admins, DC=example, DC=org => Engine room")
                .start();
        first = login("ann", "ann's secret").expect(200).json();
        own = Person.signUp(server.uri(), "own");
    }

    @AfterAll
    static void noSecretIsInTheLogOfAllThis() {
        var log = server.output();
        server.close();
        directory.close();
        assertThat(log).doesNotContain(LdapServer.SECRET, "ann's secret", "ann's wrong secret", "leaver's secret");
    }

    @Test
    void whoeverTheDirectoryKnowsHasAnAccountFromTheFirstSignInOn() {
        assertThat(first.getString("displayName")).isEqualTo("Ann of Sales");
        assertThat(first.getString("role")).isEqualTo("member");
        assertThat(login("ANN", "ann's secret").expect(200).json()).isEqualTo(first);
    }

    @Test
    void itsGroupsSayWhoAdministersAndWhoMayComeIn() {
        assertThat(login("boss", "boss's secret").expect(200).json().getString("role"))
                .isEqualTo("admin");
        directory.ungroup("boss");
        assertThat(login("boss", "boss's secret").expect(200).json().getString("role"))
                .isEqualTo("member");
        login("outside", "outside's secret").expect(401);
    }

    /** By what the directory calls the entry for ever. */
    @Test
    void whoeverGetsAnotherNameStaysThePersonAndTheirOldNameIsNobodyElses() {
        directory.add("mary", "Mary", "mary's secret", LdapServer.STAFF);
        var before = login("mary", "mary's secret").expect(200);
        directory.rename("mary", "married");
        assertThat(login("married", "mary's secret").expect(200).json()).isEqualTo(before.json());
        directory.add("mary", "Another Mary", "another secret", LdapServer.STAFF);
        login("mary", "another secret").expect(409);
        directory.add("late", "Late", "late's secret", LdapServer.STAFF);
        var late = Person.signedIn(server.uri(), "late", "", cookie(login("late", "late's secret")));
        directory.remove("late");
        await().atMost(LIMIT).untilAsserted(() -> late.get("api/session").expect(401));
        Person.signedIn(server.uri(), "mary", "", cookie(before))
                .get("api/session")
                .expect(200);
    }

    /** Without signing in again: whoever stays signed in is looked up, too. */
    @Test
    void whoIsInAGroupNoMoreIsOutOfItsRoomAndNoAdministratorBeforeLong() {
        directory.add("second", "The Second", "second's secret", LdapServer.STAFF, LdapServer.ADMINS);
        var room = own.createRoom("Engine room");
        var second = Person.signedIn(server.uri(), "second", "", cookie(login("second", "second's secret")));
        second.get("api/rooms/" + room + "/members").expect(200);
        assertThat(second.get("api/audit").expect(200).text())
                .contains("\"signed_up\",\"actor\":"
                        + second.get("api/session").json().getInt("id"));
        directory.ungroup("second");
        await().atMost(LIMIT).untilAsserted(() -> {
            second.get("api/rooms/" + room + "/members").expect(404);
            second.get("api/audit").expect(403);
        });
        second.get("api/session").expect(200);
    }

    @Test
    void theDirectorysPasswordsAreChangedThere() {
        var answer = login("ann", "ann's secret").expect(200);
        var ann = Person.signedIn(server.uri(), "ann", "", cookie(answer));
        var wanted = Json.object(Map.of("current", "ann's secret", "password", "another long secret"));
        assertThat(ann.request("PUT", "api/password", wanted).expect(403).text())
                .contains("kept in the directory");
        own.request("POST", "api/accounts/" + answer.json().getInt("id") + "/reset", JsonValue.EMPTY_JSON_OBJECT)
                .expect(403);
    }

    /** An empty password would be an anonymous bind, which succeeds; the names mean something in a filter. */
    @ParameterizedTest
    @ValueSource(strings = {"ann", "*", "an*", "ann)(uid=*", "ann\\2a", "*)(objectClass=*"})
    void withoutThePasswordNobodyComesInByWhateverName(String name) {
        login(name, "").expect(401);
        login(name, "ann's wrong secret").expect(401);
        if (!name.equals("ann")) login(name, "ann's secret").expect(401);
    }

    @Test
    void besideADirectoryNobodyTakesTheNameOfItsPeople() {
        var stranger = Person.stranger(server.uri());
        stranger.request("POST", "api/accounts", stranger.signUpWith("")).expect(403);
        assertThat(own.get("api/session").json().getString("role"))
                .as("who came first of our own, though not first of all")
                .isEqualTo("admin");
    }

    @Test
    void anAccountOfOurOwnIsNotTheirs() {
        login("own", "another's secret").expect(401);
        login("own", own.password()).expect(200);
    }

    @Test
    void whoIsGoneFromTheDirectoryIsGoneHere() throws Exception {
        var cookie = cookie(login("leaver", "leaver's secret").expect(200));
        try (var open = RawWebSocket.of(Person.signedIn(server.uri(), "leaver", "", cookie))) {
            open.answeringPings().text(Json.frame("hello", Map.of("protocol", 1)));
            open.nextText(LIMIT);
            directory.remove("leaver");
            assertThat(open.closeCode(LIMIT)).isIn(4401, 1008);
        }
        login("leaver", "leaver's secret").expect(401);
        Person.signedIn(server.uri(), "leaver", "", cookie).get("api/session").expect(401);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whileTheDirectoryIsAwayOnlyOurOwnAccountsComeInAndNobodyIsDisabled() {
        var ann = login("ann", "ann's secret").expect(200);
        directory.away();
        login("ann", "ann's secret").expect(503);
        login("own", own.password()).expect(200);
        Person.signedIn(server.uri(), "ann", "", cookie(ann)).get("api/session").expect(200);
    }

    private static String cookie(Answer signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static Answer login(String name, String password) {
        return Person.stranger(server.uri())
                .request("POST", "api/login", Json.object(Map.of("name", name, "password", password)));
    }
}
