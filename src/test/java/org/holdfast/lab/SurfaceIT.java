package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All that the port answers, as it is started by server-config/payara-micro: ours, and what the server adds to it. */
class SurfaceIT {
    private static final Map<String, String> NOBODY = Map.of();
    private static final int KNOCKS = 20;

    private static Site server;
    private static Person ada;
    private static Person ben;

    @BeforeAll
    static void start() {
        server = Site.shared("surface")
                .with("holdfast.url", "https://chat.example/")
                .with("holdfast.frame.ancestors", "https://portal.example")
                .with("holdfast.hsts", "30d")
                .with("holdfast.signup.rate", String.valueOf(KNOCKS))
                .start();
        ada = Person.signUp(server.uri(), "ada");
        ben = Person.signUp(server.uri(), "ben");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawRequest get(String path) {
        return RawRequest.get(server.uri(), path, NOBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "200, /",
        "200, /lab/index.html",
        "200, /css/base.css",
        "200, /holdfast/index.js",
        "200, /webjars/lit/3.3.2/index.js",
        "200, /api/health/live",
        "401, /api/session",
        "401, /sse/chat",
        "404, /api/nothing",
        "404, /nothing",
        "404, /css/",
        "404, /WEB-INF/web.xml",
        "404, /error"
    })
    void everyAnswerTellsTheBrowserWhatIsNeverDone(int status, String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src '", "base-uri 'none'", "frame-ancestors ")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).containsExactly("max-age=2592000");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Permissions-Policy").get(0)).contains("camera=()", "microphone=()");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aRefusalOfAForeignPageHasTheHeadersToo() {
        var refused = RawRequest.send(server.uri(), "POST /api/login", Map.of("Origin", "https://evil.example"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Security-Policy")).hasSize(1);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pagesMayBeShownInTheFramesOfTheSettingAndAnswersInNone() {
        assertThat(get("/").header("Content-Security-Policy").get(0))
                .endsWith("frame-ancestors 'self' https://portal.example");
        for (var path : List.of("/api/session", "/sse/chat", "/nothing"))
            assertThat(get(path).header("Content-Security-Policy").get(0))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "sandbox");
    }

    @Test
    void nothingThatIsOfAPersonIsKeptInACache() {
        var asked = new Routes()
                .all().stream()
                        .filter(each -> each.matches("GET (api|sse)/.*"))
                        .map(each -> "/" + each.substring(4).replaceAll("\\{\\w+}|\\*", "1"))
                        .toList();
        assertThat(asked).hasSizeGreaterThan(15).contains("/sse/chat", "/api/session");
        assertThat(asked)
                .allSatisfy(path -> assertThat(RawRequest.head(server.uri(), path + "?wait=0", ada.headers())
                                .header("Cache-Control"))
                        .as(path)
                        .singleElement()
                        .asString()
                        .contains("no-store"));
    }

    /** What Payara Micro answers beside an application at {@code /}, and what others have there. */
    @ParameterizedTest
    @CsvSource({
        "404, /health",
        "404, /health/live",
        "403, /metrics",
        "403, /openapi",
        "404, /jolokia",
        "404, /admin",
        "404, /monitoring",
        "404, /management/domain",
        "404, /__asadmin",
        "404, /actuator",
        "404, /console",
        "404, /api/application.wadl",
        "404, /META-INF/MANIFEST.MF",
        "404, /x.jsp",
        "404, /webjars/",
        "200, /%u002e/x"
    })
    void theServerTellsNothingOfItself(int status, String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).matches("(?s).{0,200}").doesNotContainIgnoringCase("payara");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1|Host: x",
                "TRACE /api/session HTTP/1.1|Host: x",
                "PROPFIND / HTTP/1.1|Host: x",
                "PUT /index.html HTTP/1.1|Host: x",
                "DELETE / HTTP/1.1|Host: x",
                "OPTIONS /api/session HTTP/1.1|Host: x",
                "GET / HTTP/9.9|Host: x",
                "GET / HTTP/1.1",
                "GET",
                "GET /%zz HTTP/1.1|Host: x",
                "GET /\u0000 HTTP/1.1|Host: x",
                "POST /api/login HTTP/1.1|Host: x|Content-Length: -1",
                "POST /api/login HTTP/1.1|Host: x|Transfer-Encoding: chunked|Content-Length: 5",
            })
    void noRequestIsAnsweredWithWhatServerThisIs(String lines) {
        var answer = RawRequest.raw(server.uri(), lines.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.head() + answer.body())
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("grizzly")
                .doesNotContainIgnoringCase("jersey")
                .doesNotContain("Exception", "\tat ");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    /** Whoever may not have it by its own name gets it by no other. */
    @Test
    void aPathThatIsSpelledOtherwiseOpensNothing() {
        for (var path : List.of("/api/audit", "/api/invitations", "/api/logins", "/sse/chat", "/WEB-INF/web.xml"))
            for (var spelled : otherwise(path))
                for (var who : List.of(NOBODY, ben.headers()))
                    if (!path.matches(".*(logins|sse).*") || who == NOBODY) assertClosed(spelled, who);
        assertThat(RawRequest.get(server.uri(), "/api/audit", ada.headers()).status())
                .as("premise")
                .isEqualTo(200);
    }

    private static void assertClosed(String path, Map<String, String> who) {
        var answer = RawRequest.get(server.uri(), path, who);
        // Payara sends a folder that is spelled so to itself, with a slash.
        assertThat(answer.status()).as(path).isIn(301, 400, 401, 403, 404, 405);
        assertThat(answer.header("Location"))
                .as(path)
                .allMatch(to -> to.matches("(http://127\\.0\\.0\\.1:\\d+)?/[^/].*"));
        assertThat(answer.body()).as(path).doesNotContain("\"entries\"", "<web-app", "welcome");
    }

    private static List<String> otherwise(String path) {
        var last = path.lastIndexOf('/');
        var folder = path.substring(0, last);
        var name = path.substring(last + 1);
        return List.of(
                path,
                path + ";x",
                path + ";x=/index.html",
                folder + ";x/" + name,
                "/" + path,
                folder + "//" + name,
                folder + "%2f" + name,
                folder + "/./" + name,
                folder + "/x/../" + name,
                folder + "/x/..;/" + name,
                folder + "/%2e/" + name,
                folder + "/%%%02x".formatted((int) name.charAt(0)) + name.substring(1),
                path.toUpperCase(),
                folder.toUpperCase() + "/" + name,
                "/css/.." + path,
                "/css/..%2f" + path,
                "/index.html/.." + path,
                "//evil.example/..;/css",
                "//evil.example/%2e%2e" + folder,
                path + "/",
                path + "%00",
                path + "%20",
                path + ".html",
                path + "?x=/css/base.css");
    }

    @Test
    @Holds("7: accounts that an address makes, and resets that it tries")
    void noAddressMakesMoreAccountsOrTriesMoreResetsThanItMay() {
        var answers = IntStream.range(0, KNOCKS)
                .mapToObj(n -> knock("api/accounts", n))
                .toList();
        assertThat(answers.get(0).status()).as("premise").isEqualTo(400);
        for (var path : List.of("api/accounts", "api/password")) {
            var refused = knock(path, KNOCKS);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().getString("code")).isEqualTo("rate_limited");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isPositive();
        }
    }

    private static Answer knock(String path, int n) {
        var request = Person.stranger(server.uri())
                .request(path)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "10.0.0." + n)
                .POST(BodyPublishers.ofString("{}"));
        return Http.answer(request.build());
    }
}
