package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a room's page tells of those who come and go. */
class ComingsPageIT {
    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static Page page;
    private static Person cleo;
    private static List<Person> crew;
    private static int rooms;

    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("comings-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
        page = ada.browser().pages().get(0);
        cleo = Person.signUp(server.uri(), "cleo");
        crew = new ArrayList<>();
        for (var name : List.of("Ann", "Ben", "Cem", "Dag", "Eve")) crew.add(Person.signUp(server.uri(), name));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void enter() {
        var name = "deck " + ++rooms;
        room = cleo.createRoom(name);
        ada.joinRoom(name);
        said("cleo created the room", "cleo and Ada joined");
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void whoComesAndGoesAfterEachOtherIsOneLine() {
        crew.get(0).join(room);
        said("cleo created the room", "cleo, Ada and Ann joined");
        crew.subList(1, 5).forEach(each -> each.join(room));
        said("cleo created the room", "cleo, Ada and 5 others joined");
        crew.get(1).leave(room);
        said("cleo created the room", "cleo, Ada and 5 others joined · Ben left");
        cleo.say(room, "welcome");
        ada.sees("welcome");
        crew.get(2).leave(room);
        said("cleo created the room", "cleo, Ada and 5 others joined · Ben left", "Cem left");
        ada.pictures("joins-in-one-line");
    }

    @Test
    void whoTheyAreIsReadByTheKeyboardAndStaysOpenWhenMoreCome() {
        crew.forEach(each -> each.join(room));
        said("cleo created the room", "cleo, Ada and 5 others joined");
        var summary = page.locator("summary");
        assertThat(summary).hasAttribute("title", "cleo, Ada, Ann, Ben, Cem, Dag and Eve joined");
        assertThat(whole()).isHidden();
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(whole()).hasText("cleo, Ada, Ann, Ben, Cem, Dag and Eve joined");
        assertThat(whole()).isVisible();
        assertThat(Axe.findings(page)).isEmpty();
        crew.get(0).leave(room);
        assertThat(whole()).hasText("cleo, Ada, Ann, Ben, Cem, Dag and Eve joined · Ann left");
        assertThat(whole()).isVisible();
        assertThat(summary).isFocused();
        ada.own().choose("language", "zh");
        assertThat(summary).hasText("cleo、Ada和另外 5 人 加入了房间 · Ann 退出了房间");
        ada.own().choose("language", "en");
    }

    @Test
    void whoIsAddedIsToldTogetherWithOthersOfTheSameHand() {
        for (var each : crew.subList(0, 2)) add(each);
        crew.get(2).join(room);
        said("cleo created the room", "cleo, Ada and Cem joined · cleo added Ann and Ben");
    }

    private void add(Person person) {
        var account = Json.object(Map.of("account", Long.parseLong(person.account())));
        cleo.request("POST", "api/rooms/" + room + "/members", account).expect(204);
    }

    private static Locator whole() {
        return page.locator(hook("notice-whole"));
    }

    /** The notices of the open room, as they are read while none is opened. */
    private static void said(String... notices) {
        assertThat(page.locator("p" + hook("notice") + ", " + hook("notice") + " summary"))
                .hasText(notices);
    }
}
