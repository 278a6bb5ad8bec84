package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a person gets out of a room, at each of their devices. */
class LeavingPageIT {
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static ChatPage phone;

    @BeforeAll
    static void start() {
        server = Site.shared("leaving-page").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", SECRET);
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", SECRET);
        phone = chromium.open(chromium.person(), server.uri()).signIn("Bob", SECRET);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(List.of(ada, bob, phone))
                .allSatisfy(page -> assertThat(page.errors()).isEmpty());
    }

    @Test
    void whoLeavesAPublicRoomHasItAtNoDeviceUntilTheyJoinAgain() {
        ada.createRoom("Harbour");
        bob.joinRoom("Harbour");
        phone.enter("Harbour");
        bob.people().toggle();
        bob.people().leave();
        bothHaveNo("Harbour");
        bob.joinRoom("Harbour");
        phone.enter("Harbour");
    }

    @Test
    void whoLeavesAPrivateRoomIsAskedOnceMore() {
        ada.people().makePrivateRoom("Vault");
        ada.people().toggle();
        ada.people().add("Bob");
        ada.people().toggle();
        bob.enter("Vault");
        phone.enter("Vault");
        bob.people().toggle();
        bob.people().staysAfterAll();
        phone.enter("Vault");
        bob.people().wantsToLeave();
        bob.pictures("leaving-a-private-room");
        bob.people().leavesForGood();
        bothHaveNo("Vault");
    }

    private static Page page(ChatPage of) {
        return of.browser().pages().get(0);
    }

    private static Locator part(ChatPage of, String name) {
        return page(of).locator(hook(name));
    }

    /** One column at a time there: the message takes the place of the rooms. */
    @Test
    void whoseLinkLeadsNowhereOnANarrowScreenIsToldAndComesBackToTheRooms() {
        page(phone).setViewportSize(390, 844);
        page(phone).navigate("about:blank");
        phone.open(server.uri().resolve("#room-999999/1"));
        assertThat(part(phone, "link-lost")).isInViewport();
        assertThat(part(phone, "browse-rooms")).isHidden();
        phone.pictures("link-lost");
        part(phone, "back").click();
        assertThat(part(phone, "browse-rooms")).isInViewport();
        assertThat(part(phone, "link-lost")).isHidden();
        page(phone).setViewportSize(1280, 800);
        assertThat(part(phone, "link-lost")).isHidden();
    }

    private static void bothHaveNo(String room) {
        for (var device : List.of(bob, phone)) device.people().hasNoRoom(room);
    }
}
