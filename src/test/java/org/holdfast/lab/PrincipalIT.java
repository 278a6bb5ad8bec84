package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy signs people in, and names them in a header: settings {@code holdfast.principal.*}. */
class PrincipalIT {
    private static final String HEADER = "X-Remote-User";
    private static final Path CONFIGURATION = Path.of("src/test/resources/nginx/principal.conf");

    private static Site server;
    private static Nginx nginx;
    private static Person own;

    @BeforeAll
    static void start() {
        Nginx.require();
        server = Site.shared("principal")
                .with("holdfast.proxies", "127.0.0.2")
                .with("holdfast.principal.header", HEADER)
                .with("holdfast.principal.groups", "X-Remote-Groups")
                .with("holdfast.principal.members", "staff")
                .with("holdfast.principal.admins", "chat-admins")
                .with("holdfast.groups.rooms", "chat-admins => Engine room")
                .start();
        nginx = new Nginx(Ports.free(), CONFIGURATION, "", server.port());
        own = Person.signUp(server.uri(), "own");
    }

    @AfterAll
    static void stop() {
        nginx.close();
        server.close();
    }

    private static Answer enter(String who) {
        return ask(nginx.uri(), "POST", "api/principal", "Authorization", basic(who));
    }

    private static String basic(String who) {
        return "Basic " + Base64.getEncoder().encodeToString((who + ":secret").getBytes());
    }

    private static Answer ask(URI by, String method, String path, String... headers) {
        var request = Person.stranger(by).request(path);
        if (headers.length > 0) request.headers(headers);
        return Http.answer(request.method(method, BodyPublishers.noBody()).build());
    }

    private static String cookie(Answer signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    @Test
    void whomTheProxyNamesHasAnAccountAndALoginOfTheirOwn() {
        var first = enter("ann").expect(200);
        assertThat(first.json().getString("name")).isEqualTo("ann");
        assertThat(first.json().getString("role")).isEqualTo("member");
        assertThat(enter("ann").expect(200).json()).isEqualTo(first.json());
        var ann = Person.signedIn(server.uri(), "ann", "", cookie(first));
        assertThat(ann.get("api/session").expect(200).json()).isEqualTo(first.json());
        ann.signOut();
        ann.get("api/session").expect(401);
    }

    @Test
    void itsGroupsSayWhoAdministers() {
        var boss = enter("boss").expect(200).json();
        assertThat(boss.getString("name")).isEqualTo("boss");
        assertThat(boss.getString("role")).isEqualTo("admin");
    }

    @Test
    void whoIsInAGroupComesIntoItsRoom() {
        var room = own.createRoom("Engine room");
        assertThat(members(room)).containsExactly("own");
        enter("boss").expect(200);
        enter("ann").expect(200);
        assertThat(members(room)).containsExactlyInAnyOrder("own", "boss");
    }

    private static List<String> members(long room) {
        var all = own.get("api/rooms/" + room + "/members").expect(200).json().getJsonArray("members");
        return all.getValuesAs(JsonObject.class).stream()
                .map(member -> member.getString("name"))
                .toList();
    }

    @Test
    void whomItDoesNotNameIsNobody() {
        enter("nobody").expect(401);
        ask(nginx.uri(), "POST", "api/principal", HEADER, "ann").expect(401);
    }

    @Test
    void whoeverElseNamesSomebodyIsNotBelievedAndWrittenDown() {
        ask(server.uri(), "POST", "api/principal", HEADER, "ann", "X-Remote-Groups", "staff,chat-admins")
                .expect(401);
        ask(server.uri(), "GET", "api/session", HEADER, "ann").expect(401);
        var entry = own.get("api/audit?limit=1").expect(200).json().getJsonArray("entries");
        assertThat(entry.getValuesAs(JsonObject.class)).singleElement().satisfies(one -> {
            assertThat(one.getString("action")).isEqualTo("sign_in_refused");
            assertThat(one.getString("subject")).isEqualTo("a header that is not believed");
        });
    }

    @Test
    void anAccountOfOurOwnIsNotTheirs() {
        assertThat(own.get("api/session").json().getString("role")).isEqualTo("admin");
        var stranger = Person.stranger(server.uri());
        stranger.request("POST", "api/accounts", stranger.signUpWith("")).expect(403);
    }

    /** Who signed out stays so until they say otherwise. */
    @Test
    void whomTheProxyNamesIsInThePageAtOnceAndUntilTheySignOut() {
        try (var chromium = new Chromium()) {
            BrowserContext ann = chromium.person();
            ann.setExtraHTTPHeaders(Map.of("Authorization", basic("ann")));
            var page = chromium.open(ann, nginx.uri());
            page.createRoom("by principal");
            page.signOut();
            page.pictures("principal");
            page.identity().enterAsKnown();
            page.enter("by principal");
            assertThat(page.errors()).isEmpty();
        }
    }
}
