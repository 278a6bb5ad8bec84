package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Protocol section 6.12: when a person wants quiet, and of which words not, is so at all of their devices, and others see what they may. */
class QuietPageIT {
    private static Site server;
    private static Chromium chromium;
    private static Person cleo;
    private static ChatPage cleos;
    private static int rooms;

    private final List<ChatPage> devices = new ArrayList<>();
    private Person bob;
    private String name;
    private String elsewhere;
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("quiet-page")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.presence.grace", "2s")
                .start();
        chromium = new Chromium();
        cleo = Person.signUp(server.uri(), "cleo");
        cleos = chromium.open(chromium.person(), server.uri()).signIn(cleo.name(), cleo.password());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a person with a room that they share with Cleo, and one to be in meanwhile. */
    @BeforeEach
    void meet() {
        name = "room " + (char) ('A' + rooms++);
        room = cleo.createRoom(name);
        bob = Person.signUp(server.uri(), "bob" + rooms);
        bob.join(room);
        elsewhere = "elsewhere " + rooms;
        bob.createRoom(elsewhere);
        cleos.enter(name);
    }

    @AfterEach
    void part() {
        assertThat(devices).allSatisfy(each -> assertThat(each.errors()).isEmpty());
        assertThat(cleos.errors()).isEmpty();
        devices.forEach(each -> each.browser().close());
    }

    /** A device of Bob's, at which he looks at another room. */
    private ChatPage device() {
        return device("en-GB");
    }

    private ChatPage device(String language) {
        var device = chromium.open(chromium.person(language), server.uri()).signIn(bob.name(), bob.password());
        device.enter(elsewhere);
        device.alerts().note();
        devices.add(device);
        return device;
    }

    @Test
    void whoIsNotToBeDisturbedIsNotAtAnyDeviceAndOthersSeeSo() {
        var desk = device();
        var phone = device();
        cleos.people().toggle();
        cleos.people().shows(bob.name(), "online");
        choose(desk, "quiet-on");
        for (var each : devices) each.alerts().isQuiet(true);
        cleos.people().shows(bob.name(), "busy");
        cleos.reload();
        cleos.people().toggle();
        cleos.people().shows(bob.name(), "busy");
        cleos.pictures("member-undisturbed");
        cleos.profile().cardSaysOfDisturbing(bob.name(), "Does not want to be disturbed");
        cleos.pictures("card-undisturbed");
        cleos.profile().closeCard();
        say("in the night");
        for (var each : devices) each.alerts().titleIs("(1) " + elsewhere + " · Holdfast");
        choose(phone, "quiet-off");
        for (var each : devices) each.alerts().isQuiet(false);
        cleos.people().shows(bob.name(), "online");
        say("in the morning");
        soundsOnlyOf("in the morning");
        cleos.people().toggle();
    }

    @Test
    void theCardSaysSoOfWhoIsNotThereAndTheNextDeviceKnowsIt() {
        var desk = device();
        choose(desk, "quiet-hour");
        desk.alerts().isQuiet(true);
        desk.browser().close();
        devices.clear();
        cleos.people().toggle();
        cleos.people().shows(bob.name(), "offline");
        cleos.profile().cardSaysOfDisturbing(bob.name(), "Does not want to be disturbed until");
        cleos.profile().closeCard();
        device().alerts().isQuiet(true);
        cleos.people().shows(bob.name(), "busy");
        choose(devices.get(0), "quiet-off");
        cleos.profile().cardSaysOfDisturbing(bob.name(), "");
        cleos.profile().closeCard();
        cleos.people().toggle();
    }

    @Test
    void theHoursAreTheSameAtEachDeviceAndNobodyElsesAffair() {
        var desk = device();
        var phone = device("zh-CN");
        cleos.people().toggle();
        desk.alerts().openSettings();
        desk.alerts().choose("alerts-quietHours");
        desk.alerts().hasHours(true);
        desk.alerts().setHours("00:00", "00:00");
        desk.alerts().setZone("Asia/Shanghai");
        phone.alerts().openSettings();
        phone.alerts().hoursAre("00:00", "00:00", "Asia/Shanghai");
        desk.pictures("alerts-hours");
        phone.pictures("alerts-hours-zh");
        desk.alerts().closeSettings();
        say("all day");
        for (var each : devices) each.alerts().titleIs("(1) " + elsewhere + " · Holdfast");
        cleos.people().shows(bob.name(), "online");
        phone.alerts().choose("alerts-quietHours");
        phone.alerts().hasHours(false);
        phone.alerts().closeSettings();
        desk.alerts().openSettings();
        desk.alerts().hasHours(false);
        desk.alerts().closeSettings();
        say("at last");
        soundsOnlyOf("at last");
        cleos.people().toggle();
    }

    @Test
    void aWordOfOnesOwnIsToldOfAtEachDeviceAndCountsAsNoMention() {
        var desk = device();
        var phone = device("zh-CN");
        desk.alerts().openSettings();
        for (var word : List.of("crane", "boat", "吊车")) desk.alerts().addWord(word);
        phone.alerts().openSettings();
        phone.alerts().wordsAre("crane", "boat", "吊车");
        phone.alerts().dropWord("boat");
        phone.pictures("alerts-words-zh");
        phone.alerts().closeSettings();
        desk.alerts().wordsAre("crane", "吊车");
        desk.pictures("alerts-words");
        desk.alerts().closeSettings();
        for (var text : List.of("cranes and boats", "The boat is free")) cleo.say(room, text);
        cleo.say(room, "The Crane is free");
        soundsOnlyOf("The Crane is free");
        for (var each : devices) each.alerts().titleIs("• " + elsewhere + " · Holdfast");
    }

    @Test
    void whatTheServerDoesNotTakeIsSaidAndAsItWas() {
        var desk = device();
        var page = desk.browser().pages().get(0);
        page.route("**/api/preferences", QuietPageIT::cut);
        desk.alerts().openSettings();
        desk.alerts().choose("alerts-quietHours");
        assertThat(problem(page)).isVisible();
        desk.alerts().hasHours(false);
        desk.pictures("alerts-refused");
        page.unroute("**/api/preferences");
        desk.alerts().choose("quiet-on");
        assertThat(problem(page)).hasCount(0);
        desk.alerts().offers("is-quiet");
    }

    private static void cut(Route route) {
        if (route.request().method().equals("PATCH")) route.abort();
        else route.resume();
    }

    private static Locator problem(Page page) {
        return page.locator(hook("alerts") + " [role=alert]");
    }

    private static void choose(ChatPage device, String hook) {
        device.alerts().openSettings();
        device.alerts().choose(hook);
        device.alerts().closeSettings();
    }

    private void say(String text) {
        cleo.say(room, "@" + bob.name() + " " + text);
    }

    /** Two notes are one chime, at each device. */
    private void soundsOnlyOf(String text) {
        for (var each : devices) {
            each.alerts().notices(text);
            assertThat(each.alerts().sounds()).isEqualTo(2);
        }
    }
}
