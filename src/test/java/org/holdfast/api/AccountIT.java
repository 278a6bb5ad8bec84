package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.holdfast.lab.Answer;
import org.holdfast.lab.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 6 and 8 from outside: accounts, logins, and who may ask. */
@Tag("any-server")
class AccountIT {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.of("account").start();
        // Whoever comes first is the administrator; the tests below are about everybody else.
        assertThat(signUp("Ada").text()).contains("\"role\":\"admin\"");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void signingUpAnswersWithTheAccountAndACookieThatNoScriptAndNoOtherSiteCanUse() {
        Answer answer = signUp("Ann");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("name")).isEqualTo("Ann");
        assertThat(answer.json().getString("displayName")).isEqualTo("Ann");
        assertThat(answer.json().getString("role")).isEqualTo("member");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow().split("; ?"))
                .anyMatch(part -> part.matches("holdfast=[A-Za-z0-9_-]{43}"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=2592000")
                .doesNotContain("Secure");
        assertThat(browser(answer).get("api/session").json()).isEqualTo(answer.json());
    }

    @Test
    void withoutALoginThereIsNoSessionAndNoRedirect() {
        Answer answer = browser().get("api/session");
        refused(answer, 401, "login_required");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void signingInEndsTheLoginSessionOfBefore() {
        Answer first = signUp("Ben");
        Answer second = browser(first).atHome().post("api/login", credentials("ben", "correct horse"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        refused(browser(first).get("api/session"), 401, "login_required");
        assertThat(browser(second).get("api/session").status()).isEqualTo(200);
    }

    @Test
    void signingOutMakesTheCookieWorthless() {
        Answer signedIn = signUp("Cem");
        Answer out = browser(signedIn).atHome().post("api/logout", "");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("holdfast=;", "Max-Age=0");
        refused(browser(signedIn).get("api/session"), 401, "login_required");
    }

    @Test
    void aLoginOutlivesTheDeathOfTheServer() {
        Answer signedIn = signUp("Dora");
        server.kill9();
        server.start();
        assertThat(browser(signedIn).get("api/session").json()).isEqualTo(signedIn.json());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() {
        signUp("Eve");
        Answer wrong = browser().post("api/login", credentials("Eve", "wrong horse"));
        refused(wrong, 401, "wrong_login");
        assertThat(browser()
                        .post("api/login", credentials("Nobody", "wrong horse"))
                        .text())
                .isEqualTo(wrong.text());
    }

    @Test
    void whoGuessesPasswordsHasToWait() {
        Stream.generate(() -> browser().post("api/login", credentials("Ada", "guess")))
                .limit(10)
                .forEach(answer -> refused(answer, 401, "wrong_login"));
        Answer answer = browser().post("api/login", credentials("Ada", "correct horse"));
        refused(answer, 429, "rate_limited");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isEqualTo((answer.json().getInt("retryAfter") + 999) / 1_000)
                .isBetween(1L, 300L);
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        signUp("Fay");
        refused(signUp("FAY"), 409, "name_taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | bad_frame | {",
                "400 | bad_frame | []",
                "400 | bad_frame | ``",
                "400 | bad_field | {}",
                "400 | bad_field | {\"name\": 7, \"password\": \"correct horse\"}",
                "400 | bad_field | {\"name\": \"Gil\", \"password\": \"short\"}",
                "400 | bad_field | {\"name\": \"\", \"password\": \"correct horse\"}",
            })
    void aBodyThatIsWrongIsRefusedAndSaysHow(int status, String code, String body) {
        refused(browser().post("api/accounts", body), status, code);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        refused(browser().post("api/accounts", " ".repeat(65_537)), 400, "bad_frame");
    }

    @Test
    void whatTheServerItselfRefusesHasABodyOfTheProtocol() {
        refused(browser().get("api/nothing"), 404, "not_found");
        refused(browser().send("PUT", "api/accounts", "{}"), 405, "unknown_type");
        refused(
                browser().with("Content-Type", "text/plain").send("POST", "api/accounts", credentials("Hal", "x")),
                415,
                "bad_frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example"})
    void aForeignPageNeitherChangesAnythingNorConnects(String origin) throws Exception {
        refused(browser().with("Origin", origin).post("api/login", credentials("Ada", "x")), 403, "forbidden");
        assertThat(Browser.handshake(server.uri(), "ws/heartbeat", origin)).startsWith("HTTP/1.1 403");
    }

    @Test
    void ourOwnPageMayChangeThingsAndAForeignOneMayStillLinkToUs() {
        String own = "http://127.0.0.1:" + server.port();
        assertThat(browser()
                        .with("Origin", own)
                        .post("api/accounts", credentials("Ida", "correct horse"))
                        .status())
                .isEqualTo(201);
        assertThat(browser().with("Origin", "https://evil.example").get("").status())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerTellsTheBrowserWhatOurPagesNeverDo() {
        Answer page = browser().get("");
        String pages = page.text() + browser().get("lab/index.html").text();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo(ContentPolicy.ofPages(pages, List.of()))
                .contains("sha256-");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).isNotEqualTo("no-store");
        assertThat(browser().get("api/session").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void monitorsLearnThatTheServerLivesAndServes() {
        assertThat(browser().get("api/health/live").text()).isEqualTo("{\"status\":\"up\"}");
        assertThat(browser().get("api/health/ready").status()).isEqualTo(200);
    }

    private static Answer signUp(String name) {
        return browser().post("api/accounts", credentials(name, "correct horse"));
    }

    private static String credentials(String name, String password) {
        return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }

    private static Browser browser() {
        return new Browser(server.uri());
    }

    /** With the cookie of an answer. */
    private static Browser browser(Answer signedIn) {
        return browser()
                .with(
                        "Cookie",
                        signedIn.headers()
                                .firstValue("Set-Cookie")
                                .orElseThrow()
                                .split(";")[0]);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }
}
