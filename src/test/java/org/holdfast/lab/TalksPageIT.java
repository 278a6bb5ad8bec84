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
                .with("holdfast.presence.grace", "2s")
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
        var dot = page.locator("li.room-row", new Page.LocatorOptions().setHasText(bobs))
                .locator(hook("here"));
        assertThat(dot).hasAttribute("data-state", "online");
        assertThat(dot).hasText("online");
        bob.browser().close();
        assertThat(dot).hasAttribute("data-state", "offline");
        assertThat(page.locator("li.room-row " + hook("here"))).hasCount(1);
    }

    @Test
    void aCardSaysWhetherSomebodyIsHereWhereThatIsKnown() {
        var harbour = roomOf(called("harbour"));
        var eve = Person.signUp(server.uri(), "eve" + people);
        eve.join(harbour);
        eve.say(harbour, "I am gone");
        bob.joinRoom(called("harbour"));
        bob.say("I am here");
        bob.seesSent("I am here");
        ada.enter(called("harbour"));
        cardSays("I am here", "online");
        ada.profile().openCard("I am here");
        ada.pictures("person-card-online");
        bob.browser().close();
        assertThat(part("card-presence")).hasText("offline");
        ada.profile().closeCard();
        cardSays("I am gone", "offline");
        eve.leave(harbour);
        assertThat(part("notice").last()).hasText("eve" + people + " left");
        ada.profile().openCard("I am gone");
        assertThat(part("message-person")).isVisible();
        assertThat(part("card-presence")).hasCount(0);
        ada.profile().closeCard();
    }

    private void cardSays(String message, String state) {
        ada.profile().openCard(message);
        assertThat(part("card-presence")).hasText(state);
        ada.profile().closeCard();
    }

    @Test
    void membersAreFoundByTheirNamesWhereThereAreMany() {
        var wharf = roomOf(called("wharf"));
        ada.enter(called("wharf"));
        ada.people().toggle();
        assertThat(part("find-member")).hasCount(0);
        for (var n = 1; n <= 10; n++)
            Person.signUp(server.uri(), "sailor" + people + "-" + n).join(wharf);
        assertThat(part("member")).hasCount(11);
        part("find-member").fill("SAILOR" + people + "-1");
        assertThat(part("member-name")).hasText(new String[] {"sailor" + people + "-1", "sailor" + people + "-10"});
        assertThat(Axe.findings(page)).isEmpty();
        ada.pictures("members-found");
        part("find-member").fill("nobody");
        assertThat(part("members-panel").locator(hook("none"))).isVisible();
        part("find-member").fill("");
        assertThat(part("member")).hasCount(11);
        part("find-member").fill("sailor");
        ada.enter(called("harbour"));
        assertThat(part("find-member")).hasCount(0);
        assertThat(part("member")).hasCount(1);
        ada.people().toggle();
    }

    private long roomOf(String name) {
        var line = page.locator(hook("room") + "[title='" + name + "']");
        return Long.parseLong(line.getAttribute("data-room"));
    }

    private void listed(String list, String... rooms) {
        assertThat(page.locator("ul[aria-label='" + list + "'] .room-name")).hasText(rooms);
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
