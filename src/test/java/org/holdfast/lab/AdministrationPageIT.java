package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator sees and changes in the page, and the tokens that everybody has. */
class AdministrationPageIT {
    private static Site server;
    private static Chromium chromium;
    private static ChatPage admin;
    private static Person ada;
    private static int people;

    private Person bob;
    private String name;

    @BeforeAll
    static void start() {
        server = Site.shared("administration").start();
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
        // The last administrator's role is refused: the browser says so on its console.
        assertThat(admin.errors())
                .filteredOn(error -> !error.contains("status of 403") || !error.contains("api/accounts/1"))
                .isEmpty();
        admin.reload();
    }

    private static Page page() {
        return admin.browser().pages().get(0);
    }

    private static Keyboard keyboard() {
        return new Keyboard(page());
    }

    private Locator row() {
        page().locator(hook("find-account")).fill(name);
        assertThat(page().locator(hook("account-item"))).hasCount(1);
        return page().locator(hook("account-item"), new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void rolesAreGivenAndAccountsDisabled() {
        admin.identity().showPeople();
        row().locator(hook("account-role")).selectOption("guest");
        // The control shows the choice before the server has it.
        await().until(() -> bob.get("api/session").expect(200).json().getString("role"), "guest"::equals);
        bob.get("api/audit").expect(403);
        row().locator(hook("account-disable")).click();
        assertThat(row().locator(hook("account-enable"))).isVisible();
        bob.get("api/session").expect(401);
        admin.pictures("accounts");
        row().locator(hook("account-enable")).click();
        assertThat(row().locator(hook("account-disable"))).isVisible();
        bob.signIn(server.uri()).get("api/session").expect(200);
    }

    @Test
    void theLastAdministratorStaysOneAndThePageSaysWhy() {
        admin.identity().showPeople();
        page().locator(hook("find-account")).fill("ada");
        assertThat(page().locator(hook("account-item"))).hasCount(1);
        page().locator(hook("account-role")).selectOption("member");
        assertThat(page().locator(hook("problem"))).isVisible();
        assertThat(page().locator(hook("account-role"))).hasValue("admin");
    }

    /** However many there are, nobody is missing without a word. */
    @Test
    void peopleAreListedPageByPageAndCounted() {
        for (var n = 0; n < 51; n++) Person.signUp(server.uri(), "crowd " + n);
        admin.identity().showPeople();
        page().locator(hook("find-account")).fill("crowd");
        assertThat(page().locator(hook("accounts-total"))).hasText("51 people");
        assertThat(page().locator(hook("account-item"))).hasCount(50);
        page().locator(hook("accounts-more")).press("Enter");
        assertThat(page().locator(hook("account-item"))).hasCount(51);
        assertThat(page().locator(hook("accounts-more"))).hasCount(0);
        page().locator(hook("find-account")).fill(name);
        assertThat(page().locator(hook("accounts-total"))).hasText("1 person");
    }

    @Test
    void aResetIsHandedOutAsALink() {
        admin.identity().showPeople();
        row().locator(hook("account-reset")).click();
        var link = page().locator(hook("reset-link")).inputValue();
        var door = chromium.open(chromium.person(), URI.create(link));
        assertThat(door.browser().pages().get(0).locator(hook("password"))).isVisible();
        door.browser().close();
    }

    @Test
    void tokensAreMadeAndRevoked() {
        admin.identity().showTokens();
        page().locator(hook("token-name")).fill("build " + people);
        page().locator(hook("token-scope")).selectOption("read");
        page().locator(hook("make-token")).click();
        var token = page().locator(hook("token")).inputValue();
        var program = Person.program(server.uri(), token);
        program.get("api/rooms").expect(200);
        program.post("api/rooms", "{\"name\":\"a room\"}").expect(403);
        admin.pictures("tokens");
        page().locator(hook("revoke-token")).click();
        assertThat(page().locator(hook("revoke-token"))).hasCount(0);
        program.get("api/rooms").expect(401);
    }

    @Test
    void allRoomsAreSeenFromOutsideAndPublicOnesJoinedByTheKeyboard() {
        var board = bob.post("api/rooms", "{\"name\":\"" + name + " board\",\"kind\":\"private\"}")
                .expect(201)
                .json()
                .getInt("log");
        bob.createRoom(name + " lobby");
        admin.identity().showAllRooms();
        keyboard().to("find-room").write(name);
        var items = page().locator(hook("listed-room"));
        assertThat(items).hasCount(2);
        assertThat(items.first()).hasAttribute("data-room", String.valueOf(board));
        assertThat(items.first()).containsText("private · 1 member");
        assertThat(items.first()).containsText("Owners: " + name);
        assertThat(items.first().locator("button")).hasCount(0);
        ada.get("api/rooms/" + board + "/events").expect(404);
        admin.pictures("all-rooms");
        keyboard().to("join-listed").press("Enter");
        assertThat(page().locator(hook("open-room-name"))).hasText(name + " lobby");
        bob.get("api/rooms/all").expect(403);
        ada.get("api/rooms/all?limit=0").expect(400);
    }

    @Test
    void theAuditLogSaysWhoCame() {
        admin.identity().showAudit();
        var entry = page().locator(hook("audit-entry") + "[data-action=signed_up]");
        assertThat(entry.first()).containsText(name);
        admin.pictures("audit");
    }
}
