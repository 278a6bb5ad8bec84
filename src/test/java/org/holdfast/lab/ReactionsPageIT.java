package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reacted is told to everybody: by the keyboard, by a pointer, by a finger, and to who hears the page. */
class ReactionsPageIT {
    private static final String THUMB = "\uD83D\uDC4D";
    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static Page page;
    private static int rooms;

    private Locator reaction;
    private Locator tip;

    @BeforeAll
    static void start() {
        server = Site.shared("reactions-page")
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp(LONG, "a long enough secret");
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", "a long enough secret");
        page = bob.browser().pages().get(0);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** In a room of their own both put the same to a message. */
    @BeforeEach
    void react() {
        var room = "room " + ++rooms;
        ada.createRoom(room);
        bob.joinRoom(room);
        ada.say("lunch");
        ada.seesSent("lunch");
        bob.sees("lunch");
        bob.message("lunch").react(THUMB);
        ada.message("lunch").hasReaction(THUMB, 1);
        ada.message("lunch").toggle(THUMB);
        bob.message("lunch").hasReaction(THUMB, 2);
        page.mouse().move(0, 0);
        reaction = page.locator(hook("reaction"));
        tip = page.locator(hook("who-reacted"));
        assertThat(tip).hasCount(0);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var each : List.of(ada, bob)) assertThat(each.errors()).isEmpty();
    }

    private static Keyboard atReactions() {
        return new Keyboard(page)
                .to("composer")
                .toSelector(".log", "Shift+Tab")
                .press("ArrowUp")
                .to("reaction");
    }

    @Test
    void whoHasNoPointerIsToldAndPutsItAwayAgain() {
        var keys = atReactions();
        assertThat(tip).isVisible();
        assertThat(tip).hasText("Bob and " + LONG);
        assertThat(reaction).hasAccessibleDescription("Bob and " + LONG);
        assertThat(Axe.findings(page)).isEmpty();
        keys.press("Enter");
        assertThat(tip).hasText(LONG);
        keys.press("Escape");
        assertThat(tip).hasCount(0);
        keys.isSoonAt("reaction").press("Enter");
        bob.message("lunch").hasReaction(THUMB, 2);
        assertThat(tip).hasCount(0);
        keys.press("Escape").isSoonAt("composer");
    }

    @Test
    void itGoesWithTheLastOfItsKind() {
        ada.message("lunch").toggle(THUMB);
        bob.message("lunch").hasReaction(THUMB, 1);
        var keys = atReactions();
        assertThat(tip).hasText("Bob");
        keys.press("Enter");
        assertThat(tip).hasCount(0);
        keys.isSoonAtSelector(".message").press("Escape").isSoonAt("composer");
    }

    @Test
    void whoHasOneMayGoOnToItAndTakesItAwayByGoing() {
        reaction.hover();
        assertThat(tip).isVisible();
        tip.hover();
        assertThat(tip).isVisible();
        page.mouse().move(0, 0);
        assertThat(tip).hasCount(0);
        reaction.hover();
        assertThat(tip).isVisible();
        page.keyboard().press("Escape");
        assertThat(tip).hasCount(0);
    }

    @Test
    void aFingerThatRestsOnItIsToldAndPressesNothing() {
        // Once, so that what tells it is there.
        reaction.hover();
        tip.waitFor();
        page.mouse().move(0, 0);
        assertThat(tip).hasCount(0);
        var finger = new Finger(page).down(reaction);
        tip.waitFor();
        finger.up();
        assertThat(tip).isVisible();
        assertThat(reaction).hasAttribute("aria-pressed", "true");
        finger.down(page.locator(hook("composer"))).up();
        assertThat(tip).hasCount(0);
        bob.message("lunch").toggle(THUMB);
        bob.message("lunch").hasReaction(THUMB, 1);
    }

    @Test
    void whoMayNotReactIsToldAllTheSame() {
        ada.people().toggle();
        ada.people().archiveRoom();
        ada.people().toggle();
        bob.people().readOnly(true);
        page.locator(".log").focus();
        new Keyboard(page).press("ArrowUp").to("reaction").press("Enter");
        assertThat(tip).hasText("Bob and " + LONG);
        assertThat(reaction).isDisabled();
        assertThat(reaction).hasAttribute("aria-pressed", "true");
    }

    @Test
    void itFitsTheNarrowestScreenInBothLanguagesAndColours() {
        bob.own().choose("language", "zh");
        page.setViewportSize(320, 568);
        for (var colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            atReactions();
            assertThat(tip).isVisible();
            assertThat(tip).hasText("Bob和" + LONG);
            assertThat(tip).isInViewport(new IsInViewportOptions().setRatio(1));
            assertThat(Axe.findings(page)).isEmpty();
            bob.shoot("who-reacted-" + colours);
        }
        page.setViewportSize(1280, 720);
        bob.own().choose("language", "en");
    }
}
