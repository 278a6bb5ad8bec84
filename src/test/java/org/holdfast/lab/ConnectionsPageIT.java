package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an administrator sees in the page who is connected, and ends a connection. */
class ConnectionsPageIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static Site server;
    private static Chromium chromium;
    private static ChatPage admin;
    private static Person ada;
    private static int people;

    private Person bob;
    private String name;

    @BeforeAll
    static void start() {
        server = Site.shared("connections-page")
                .with("holdfast.heartbeat.interval", "1s")
                .start();
        chromium = new Chromium();
        ada = Person.signUp(server.uri(), "ada");
        admin = chromium.open(chromium.person(), server.uri()).signIn("ada", ada.password());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void arrive() {
        name = "bob " + ++people;
        bob = Person.signUp(server.uri(), name);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(admin.errors()).isEmpty();
        admin.reload();
    }

    private static Page page() {
        return admin.browser().pages().get(0);
    }

    private static Keyboard keyboard() {
        return new Keyboard(page());
    }

    private static RawWebSocket welcomed(Person person) throws Exception {
        var socket = RawWebSocket.of(person);
        socket.text(Json.frame("hello", Map.of("protocol", 1)));
        socket.nextText(LIMIT);
        return socket;
    }

    private static JsonObject connections(String query) {
        return new LiveList(ada).ask(query);
    }

    private static List<JsonObject> of(String name) {
        return new LiveList(ada).of(name);
    }

    private static String idOf(String name) {
        return new LiveList(ada).idOf(name);
    }

    private static String id(JsonObject answer) {
        return LiveList.id(answer, 0);
    }

    /** As it stands in a query. */
    private String people() {
        return name.replace(" ", "%20");
    }

    @Test
    void aConnectionIsSeenLiveAndEndedByTheKeyboardAndItsSessionComesBack() {
        var tab = chromium.open(chromium.person(), server.uri()).signIn(name, bob.password());
        admin.identity().showConnections();
        keyboard().to("find-connection").write(name);
        var item = page().locator(hook("connection-item"));
        assertThat(item).hasCount(1);
        assertThat(item).containsText(Pattern.compile("WebSocket · \\d+ ms · heard \\d+ s ago"));
        admin.pictures("connections");
        var before = idOf(name);
        keyboard().to("end-connection").press("Enter");
        assertThat(page().locator(hook("connection-ended"))).containsText(name);
        await().until(() -> of(name).size() == 1 && !idOf(name).equals(before));
        assertThat(item).hasCount(1);
        tab.browser().close();
        await().until(() -> of(name).isEmpty());
        assertThat(item).hasCount(0);
        assertThat((boolean) page().evaluate("() => document.activeElement !== document.body"))
                .as("the keyboard is somewhere")
                .isTrue();
        ada.delete("api/connections/" + before).expect(404);
        assertThat(ada.get("api/audit").text()).contains("\"connection_ended\"", name + " " + before);
    }

    @Test
    void anEventStreamIsSeenLiveWithItsRoundTripOnceItIsKnown() throws Exception {
        var session = UUID.randomUUID().toString();
        try (var stream = EventLines.of(bob, "?session=" + session)) {
            stream.awaits("welcome");
            admin.identity().showConnections();
            keyboard().to("find-connection").write(name);
            var item = page().locator(hook("connection-item"));
            assertThat(item).hasCount(1);
            assertThat(item).containsText(Pattern.compile("Event stream · round trip not known · heard \\d+ s ago"));
            bob.post("api/commands?session=" + session, Json.frame("ping", Map.of("roundTrip", 42)))
                    .expect(200);
            assertThat(item).containsText(Pattern.compile("Event stream · 42 ms · heard \\d+ s ago"));
        }
    }

    /** What the list itself could not be had for is over with the next answer. */
    @Test
    void whyTheListIsOldIsSaidUntilItIsNewAgain() {
        admin.identity().showConnections();
        var list = "**/api/connections?*";
        page().route(list, Route::abort);
        assertThat(page().locator(hook("problem"))).isVisible();
        page().unroute(list);
        assertThat(page().locator(hook("problem"))).hasCount(0);
    }

    @Test
    void whatWasRefusedIsSaidUntilSomethingElseIsDone() throws Exception {
        try (var socket = welcomed(bob)) {
            admin.identity().showConnections();
            page().locator(hook("find-connection")).fill(name);
            assertThat(page().locator(hook("connection-item"))).hasCount(1);
            page().route("**/api/connections/*", Route::abort);
            page().locator(hook("end-connection")).press("Enter");
            awaitAnswers();
            assertThat(page().locator(hook("problem"))).isVisible();
            page().unroute("**/api/connections/*");
            page().locator(hook("end-connection")).press("Enter");
            assertThat(page().locator(hook("problem"))).hasCount(0);
            assertThat(socket.closeCode(LIMIT)).isEqualTo(1001);
        }
    }

    private static void awaitAnswers() {
        var answers = 2;
        for (int n = 0; n < answers; n++)
            page().waitForResponse(each -> each.url().contains("api/connections"), () -> {});
    }

    @Test
    void aLiveListKeepsTheKeyboardWhereItIs() {
        var tab = chromium.open(chromium.person(), server.uri()).signIn(name, bob.password());
        admin.identity().showConnections();
        page().locator(hook("end-connection")).last().focus();
        awaitAnswers();
        assertThat((boolean) page().evaluate("() => document.activeElement.matches('[data-test=end-connection]')"))
                .isTrue();
        tab.browser().close();
    }

    @Test
    void thereIsNoEndToTheConnectionsPageByPage() throws Exception {
        try (var first = welcomed(bob);
                var second = welcomed(bob)) {
            var newest = connections("?limit=1&name=" + people());
            assertThat(newest.getInt("total")).isEqualTo(2);
            assertThat(newest.getBoolean("shared")).isFalse();
            var older = connections("?limit=5&name=" + people() + "&before=" + id(newest));
            assertThat(older.getJsonArray("connections")).hasSize(1);
            assertThat(id(older))
                    .isNotEqualTo(id(newest))
                    .startsWith(newest.getJsonArray("nodes").getString(0));
            ada.delete("api/connections/" + id(older)).expect(204);
            assertThat(first.closeCode(LIMIT)).isEqualTo(1001);
            assertThat(connections("?name=" + people()).getInt("total")).isEqualTo(1);
            bob.delete("api/connections/" + id(newest)).expect(403);
            for (var strange : List.of("1", "0-1", "-", "00000000-1"))
                ada.delete("api/connections/" + strange).expect(404);
            ada.get("api/connections?limit=0").expect(400);
        }
    }
}
