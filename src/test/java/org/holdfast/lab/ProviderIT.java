package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People sign in at a real identity provider: settings {@code holdfast.oidc.*}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SECRET = "a secret of the company";

    private static Keycloak keycloak;
    private static Site server;
    private static Person own;

    @BeforeAll
    static void start() {
        server = Site.shared("provider");
        keycloak = new Keycloak(server.uri());
        keycloak.add("ann", "Ann", SECRET, "/staff");
        keycloak.add("boss", "Boss", SECRET, "/staff", "/admins");
        keycloak.add("outside", "Outside", SECRET);
        keycloak.add("own", "Another", SECRET, "/staff");
        server.with("holdfast.url", server.uri().toString())
                .with("holdfast.oidc.issuer", keycloak.issuer())
                .with("holdfast.oidc.label", "Keycloak")
                .with("holdfast.oidc.client.id", Keycloak.CLIENT)
                .with("holdfast.oidc.client.secret", Keycloak.SECRET)
                .with("holdfast.oidc.members", "staff")
                .with("holdfast.oidc.admins", "admins")
                .start();
        own = Person.signUp(server.uri(), "own");
    }

    @AfterAll
    static void stop() {
        server.close();
        keycloak.close();
    }

    @Test
    void whoeverTheProviderKnowsHasAnAccountFromTheFirstSignInOnWhateverTheirNameBecomes() {
        var first = session(visit().signIn("ann", SECRET));
        assertThat(first.getString("name")).isEqualTo("ann");
        assertThat(first.getString("displayName")).isEqualTo("Ann of the company");
        assertThat(first.getString("role")).isEqualTo("member");
        keycloak.rename("ann", "anna");
        assertThat(session(visit().signIn("anna", SECRET))).isEqualTo(first);
        keycloak.rename("anna", "ann");
    }

    @Test
    void itsGroupsSayWhoAdministersAndWhoMayComeIn() {
        assertThat(session(visit().signIn("boss", SECRET)).getString("role")).isEqualTo("admin");
        keycloak.ungroup("boss", "admins");
        assertThat(session(visit().signIn("boss", SECRET)).getString("role")).isEqualTo("member");
        refused("forbidden", visit().signIn("outside", SECRET));
    }

    @Test
    void nobodyFinishesWhatAnotherBrowserBegan() {
        var answer = visit().comeBack("ann", SECRET);
        refused("login_required", visit().get(answer));
        var another = visit();
        another.begin();
        refused("login_required", another.get(answer));
    }

    @Test
    void anAnswerIsForOneSignIn() {
        var ann = visit();
        var answer = ann.comeBack("ann", SECRET);
        var cookie = ann.attempt();
        session(ann.get(answer));
        refused("login_required", ann.get(answer));
        refused(
                "wrong_login",
                Http.answer(
                        ProviderVisit.request(answer).header("Cookie", cookie).build()));
    }

    @Test
    void whoDoesNotWantToComesBackToThePage() {
        var visit = visit();
        var state = visit.begin().getQuery().replaceAll(".*state=([^&]*).*", "$1");
        refused(
                "login_required",
                visit.get(server.uri().resolve("api/oidc/callback?error=access_denied&state=" + state)));
    }

    @Test
    void anAccountOfOurOwnIsNotTheirs() {
        refused("name_taken", visit().signIn("own", SECRET));
        assertThat(own.get("api/session").json().getString("role")).isEqualTo("admin");
    }

    @Test
    void besideAProviderNobodyTakesTheNameOfItsPeople() {
        var stranger = Person.stranger(server.uri());
        stranger.request("POST", "api/accounts", stranger.signUpWith("")).expect(403);
        assertThat(stranger.get("api/login").expect(200).json().toString())
                .isEqualTo("{\"signUp\":false,\"provider\":{\"name\":\"Keycloak\"}}");
    }

    @Test
    void whoIsDisabledHereStaysOutWhateverTheProviderSays() {
        keycloak.add("leaver", "Leaver", SECRET, "/staff");
        var leaver = session(visit().signIn("leaver", SECRET)).getInt("id");
        own.request("PATCH", "api/accounts/" + leaver, Json.object(Map.of("disabled", true)))
                .expect(204);
        refused("forbidden", visit().signIn("leaver", SECRET));
    }

    @Test
    void whoSignsOutHereSignsOutThere() {
        var ann = visit();
        var cookie = cookie(ann.signIn("ann", SECRET));
        assertThat(ann.get(ann.begin()).status())
                .as("the provider still knows her")
                .isEqualTo(302);
        var next = person(cookie)
                .request("POST", "api/logout", JsonValue.EMPTY_JSON_OBJECT)
                .expect(200)
                .json()
                .getString("next");
        assertThat(ProviderVisit.next(ann.get(URI.create(next)).expect(302))).isEqualTo(server.uri());
        assertThat(ann.get(ann.begin()).expect(200).text())
                .as("it asks who she is")
                .contains("password");
    }

    @Test
    void whoIsSignedOutThereIsSignedOutHere() throws Exception {
        var cookie = cookie(visit().signIn("ann", SECRET));
        try (var open = RawWebSocket.of(person(cookie))) {
            open.answeringPings().text(Json.frame("hello", Map.of("protocol", 1)));
            open.nextText(LIMIT);
            keycloak.signOut("ann");
            assertThat(open.closeCode(LIMIT)).isIn(4401, 1008);
        }
        person(cookie).get("api/session").expect(401);
    }

    @Test
    void noOneElseEndsALogin() {
        var cookie = cookie(visit().signIn("ann", SECRET));
        var forged = "logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.";
        Person.stranger(server.uri()).post("api/oidc/logout", forged).expect(401);
        Person.stranger(server.uri()).post("api/oidc/logout", "").expect(400);
        person(cookie).get("api/session").expect(200);
    }

    @Test
    void aPersonSignsInInThePageAndOut() {
        try (var chromium = new Chromium()) {
            var page = chromium.open(chromium.person(), server.uri());
            page.seesSignIn();
            page.pictures("provider");
            page.identity().enterByProvider("ann", SECRET);
            page.createRoom("by provider");
            page.reload();
            page.signOut();
            page.identity().enterByProvider("own", SECRET);
            page.identity().seesProblem("Somebody else here has your name already.");
            assertThat(page.errors()).isEmpty();
            var other = chromium.open(chromium.person("zh-CN"), server.uri().resolve("#refused=forbidden"));
            other.identity().seesProblem("您不能进入");
            other.pictures("provider-refused-zh");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whileTheProviderIsAwayItIsSaidAndOurOwnAccountsComeIn() {
        var visit = visit();
        var answer = visit.comeBack("ann", SECRET);
        keycloak.close();
        refused("busy", visit.get(answer));
        own.signIn(server.uri());
    }

    private static ProviderVisit visit() {
        return new ProviderVisit(server.uri());
    }

    private static Person person(String cookie) {
        return Person.signedIn(server.uri(), "", "", cookie);
    }

    private static JsonObject session(Answer back) {
        return person(cookie(back)).get("api/session").expect(200).json();
    }

    private static String cookie(Answer back) {
        assertThat(ProviderVisit.next(back.expect(303))).isEqualTo(server.uri());
        return back.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("holdfast="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    /** It leads to the page, which says why; nobody is signed in. */
    private static void refused(String code, Answer back) {
        assertThat(ProviderVisit.next(back.expect(303))).isEqualTo(server.uri().resolve("#refused=" + code));
        assertThat(back.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("holdfast="));
    }
}
