package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations in the list of a person's rooms, and who is here. */
class TalksPageIT {
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static int people;

    private ChatPage ada;
    private ChatPage bob;
    private String bobs;
    private Page page;

    @BeforeAll
    static void start() {
        server = Site.shared("talks-page")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.presence.grace", "200")
                .start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has people of its own: Ada has two rooms, and a conversation with Bob, whose name comes before theirs. */
    @BeforeEach
    void meet() {
        people++;
        bobs = "Bob " + people;
        bob = chromium.open(chromium.person(), server.uri()).signUp(bobs, SECRET);
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada " + people, SECRET);
        page = ada.browser().pages().get(0);
        for (var name : new String[] {"harbour", "wharf"}) ada.people().makeRoom(called(name), "");
        ada.people().writeTo(bobs);
    }

    private static String called(String name) {
        return name + " " + people;
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ada.errors()).isEmpty();
        ada.browser().close();
        bob.browser().close();
    }

    @Test
    void conversationsStandBelowTheRoomsAndTheKeysGoAsTheyStand() {
        listed("Rooms", called("harbour"), called("wharf"));
        listed("Direct messages", bobs);
        ada.pictures("conversations-below-rooms");
        assertThat(Axe.findings(page)).isEmpty();
        ada.enter(called("wharf"));
        page.keyboard().press("Alt+ArrowDown");
        assertThat(part("open-room-name")).hasText(bobs);
        page.keyboard().press("Alt+ArrowDown");
        assertThat(part("open-room-name")).hasText(called("harbour"));
        ada.own().press(bobs, "favour");
        listed("Favourites", bobs);
        listed("Direct messages");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(part("open-room-name")).hasText(bobs);
        ada.own().choose("language", "zh");
        listed("收藏", bobs);
        ada.own().choose("language", "en");
    }

    @Test
    void aDotSaysWhetherTheOtherIsHere() {
        var dot = page.locator("li.room-row", new Page.LocatorOptions().setHasText(bobs)).locator(hook("here"));
        assertThat(dot).hasAttribute("data-state", "online");
        assertThat(dot).hasText("online");
        bob.browser().close();
        assertThat(dot).hasAttribute("data-state", "offline");
        assertThat(page.locator("li.room-row " + hook("here"))).hasCount(1);
    }

    private void listed(String list, String... rooms) {
        assertThat(page.locator("ul[aria-label='" + list + "'] .room-name")).hasText(rooms);
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
