package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What src/docs/abuse.md promises of what people write: it stays text, in the page, in the database and in the log. */
class HostileTextIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String DATABASE_SECRET = "hunter2-of-the-database";
    private static final String DIRECTORY_SECRET = "hunter2-of-the-directory";
    private static final int ROUNDS = 9;
    /** Many beside the rest of a sign-in, with the first compiler alone as well, and few beside a test. */
    private static final String ITERATIONS = "20000";

    /** Each would run, load, or break out of something, if it were taken for anything but text. */
    private static final List<String> SCRIPTS = List.of(
            "<script>window.hit=1</script>",
            "<img src=x onerror=window.hit=1>",
            "<svg/onload=window.hit=1>",
            "\"><b onmouseover=window.hit=1>b",
            "' autofocus onfocus=window.hit=1 x='",
            "</div><iframe srcdoc='<script>parent.hit=1</script>'>",
            "${window.hit=1}{{constructor.constructor('hit=1')()}}",
            "<!--><style>*{display:none}</style>",
            "&lt;img src=x onerror=window.hit=1&gt;");

    private static final List<String> LINKS = List.of(
            "javascript:window.hit=1",
            "JaVaScRiPt:window.hit=1",
            "data:text/html,<script>window.hit=1</script>",
            "vbscript:msgbox(1)",
            "https://example.org/\"onmouseover=window.hit=1",
            "[x](javascript:window.hit=1)",
            "<a href=\"javascript:window.hit=1\">x</a>");

    private static Site server;
    private static Person ann;

    @BeforeAll
    static void start() {
        server = Site.shared("hostile-text")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.password.iterations", ITERATIONS)
                .with("holdfast.database.password", DATABASE_SECRET)
                .with("holdfast.ldap.password", DIRECTORY_SECRET)
                .start();
        ann = Person.signUp(server.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatPeopleWriteIsTextInThePageAndBreaksNoneOfItsRules() {
        var name = "<img src=x onerror=window.hit=1>";
        var room = new Host(ann).room("public", "<svg/onload=window.hit=1>");
        var mallory = named(name);
        mallory.join(room);
        var texts = Stream.concat(SCRIPTS.stream(), LINKS.stream()).toList();
        for (var text : texts) mallory.say(room, text);
        try (var chromium = new Chromium()) {
            var page = chromium.open(chromium.person(), server.uri()).signUp("reader", PASSWORD);
            page.joinRoom("<svg/onload=window.hit=1>");
            page.sees(texts.get(texts.size() - 1));
            assertThat(page.texts()).containsExactlyElementsOf(texts);
            var tab = page.browser().pages().get(0);
            assertThat(tab.locator(PageParts.hook("message-author")).allTextContents())
                    .contains(name);
            assertThat(tab.evaluate("[...document.querySelectorAll('a')].map((a) => a.protocol).join()"))
                    .asString()
                    .contains("https:")
                    .doesNotContain("javascript", "data", "vbscript");
            assertThat(tab.evaluate("window.hit ?? 'untouched'")).isEqualTo("untouched");
            assertThat(page.errors()).isEmpty();
            // What a script would do that came in all the same: the policy forbids it, and the errors say so.
            tab.evaluate("document.body.setAttribute('onclick', 'window.hit = 1'); document.body.click()");
            assertThat(tab.evaluate("window.hit ?? 'untouched'")).isEqualTo("untouched");
            assertThat(page.errors()).anyMatch(error -> error.contains("policy: script-src-attr"));
        }
    }

    private static Person named(String displayName) {
        var mallory = Person.signUp(server.uri(), "mallory " + UUID.randomUUID());
        var account = Map.of("name", "m" + UUID.randomUUID(), "displayName", displayName, "password", PASSWORD);
        var answer = Person.stranger(server.uri()).request("POST", "api/accounts", Json.object(account));
        var cookie = answer.expect(201).headers().firstValue("Set-Cookie").orElseThrow();
        return Person.signedIn(server.uri(), mallory.name(), "", cookie.split(";")[0]);
    }

    /** Signs of direction, of nothing, blank letters, and stacks of marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\u202egnp.exe", "\u2066a\u2069", "a\u200bb", "\u3164", "\u2800", "\u0301", "Z\u0310", "\u0000"})
    void aNameThatPassesForAnotherIsRefusedWhereverNamesAre(String text) {
        var name = text.startsWith("Z") ? "Z" + text.substring(1).repeat(40) : text;
        var account = new HashMap<>(Map.of("name", "m" + UUID.randomUUID(), "password", PASSWORD));
        account.put("displayName", "x" + name);
        if (!name.matches("[\u3164\u2800\u0301]")) assertRefused("api/accounts", Map.copyOf(account));
        account.put("displayName", name);
        assertRefused("api/accounts", Map.copyOf(account));
        assertRefused("api/accounts", Map.of("name", name, "password", PASSWORD));
        assertRefused("api/rooms", Map.of("name", name));
        assertRefused("api/tokens", Map.of("name", name));
    }

    private static void assertRefused(String path, Map<String, ?> body) {
        var answer = ann.request("POST", path, Json.object(body));
        assertThat(answer.status()).as(path + " " + body).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("bad_field");
    }

    @Test
    void whatLooksLikeALanguageIsStoredAsItWasWritten() {
        var room = new Host(ann).room("private", "';DROP TABLE account;--");
        var texts = List.of(
                "'; DROP TABLE event; --",
                "\" OR 1=1 --",
                "*)(uid=*))(|(uid=*",
                "=cmd|' /C calc'!A0",
                "line\r\n[2026-01-01] INFO forged",
                "${jndi:ldap://127.0.0.1/x} %s %n {0} \u001b[31m",
                "../../etc/passwd",
                "Z" + "\u0310".repeat(5_000),
                "\u202egnp.exe");
        for (var text : texts) ann.say(room, text);
        assertThat(ann.log(room).stream().filter(Seen::isMessage).map(Seen::text))
                .containsExactlyElementsOf(texts);
        assertThat(ann.get("api/rooms").text()).contains("';DROP TABLE account;--");
        for (var name : List.of("' OR '1'='1", "ann'--", "*)(uid=*", "ann\r\nSet-Cookie: x=1"))
            assertThat(signIn(name, "x").status()).as(name).isEqualTo(401);
        assertThat(server.output()).doesNotContain("INFO forged", "uid=*", "Set-Cookie: x=1", "calc");
    }

    private static Answer signIn(String name, String password) {
        return Person.stranger(server.uri())
                .request("POST", "api/login", Json.object(Map.of("name", name, "password", password)));
    }

    @Test
    void whichNamesExistIsToldByNeitherTheWordsNorTheWork() {
        var wrong = signIn("ann", "a wrong secret");
        var unknown = signIn("nobody " + UUID.randomUUID(), "a wrong secret");
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
        // Beside a hash all else is nothing: without one, an unknown name is answered ten times as fast.
        var known = new ArrayList<Long>();
        var unheard = new ArrayList<Long>();
        for (int n = 0; n < ROUNDS; n++) {
            var name = Person.signUp(server.uri(), "known " + UUID.randomUUID()).name();
            known.add(nanos(name));
            unheard.add(nanos("unknown " + UUID.randomUUID()));
        }
        assertThat(median(unheard)).isGreaterThan(median(known) / 3);
    }

    private static long nanos(String name) {
        var begin = System.nanoTime();
        signIn(name, "a wrong secret").expect(401);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void whoGuessesWaitsWhateverAddressTheyClaim() {
        var name = Person.signUp(server.uri(), "victim " + UUID.randomUUID()).name();
        for (int n = 0; n < 10; n++) guess(name, "10.0.0." + n).expect(401);
        for (int n = 0; n < 3; n++) {
            var refused = guess(name, "10.0.1." + n);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();
        }
        assertThat(signIn(name.toUpperCase(), name + " has a long secret").status())
                .as("the right one, by another spelling")
                .isEqualTo(429);
    }

    private static Answer guess(String name, String claimed) {
        var body = Json.object(Map.of("name", name, "password", "guess")).toString();
        var request = Person.stranger(server.uri())
                .request("api/login")
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", claimed)
                .POST(BodyPublishers.ofString(body));
        return Http.answer(request.build());
    }

    /** Of everything that happens to them: made, shown, used, mistyped, sent where they do not belong. */
    @Test
    void noSecretIsEverInTheLog() {
        var ida = Person.signUp(server.uri(), "ida");
        var secrets = new ArrayList<>(List.of(DATABASE_SECRET, DIRECTORY_SECRET, PASSWORD, ida.password()));
        secrets.add(ida.cookie().substring(ida.cookie().indexOf('=') + 1));
        secrets.add(
                ida.post("api/tokens", "{\"name\":\"t\"}").expect(201).json().getString("token"));
        secrets.add(ann.post("api/invitations", "{}").expect(201).json().getString("token"));
        secrets.add(ann.post("api/accounts/" + ida.account() + "/reset", "{}")
                .expect(201)
                .json()
                .getString("token"));
        signIn("ida", "mistyped-secret").expect(401);
        signIn("secret-in-the-name", "x").expect(401);
        ida.post("api/login", "{\"name\":\"ida\",\"password\":\"cut-off-secr").expect(400);
        ida.get("api/session?password=secret-in-the-query").expect(200);
        Person.program(server.uri(), "worthless-token-secret")
                .get("api/session")
                .expect(401);
        assertThat(server.output())
                .contains("holdfast.database.password = (hidden)", "holdfast.ldap.password = (hidden)")
                .doesNotContain(secrets)
                .doesNotContain("mistyped-secret", "secret-in-the", "cut-off-secr", "worthless-token-secret");
    }
}
