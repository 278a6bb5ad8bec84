package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people show themselves on each other's pages. */
class PeoplePageIT {
    private static final String SECRET = "a long enough secret";
    private static final String TEA = "\uD83C\uDF75";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static ChatPage phone;

    @BeforeAll
    static void start() {
        server = Site.shared("people-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", SECRET);
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", SECRET);
        phone = chromium.open(chromium.person(), server.uri()).signIn("Bob", SECRET);
        ada.createRoom("Harbour");
        bob.joinRoom("Harbour");
        ada.people().writeTo("Bob");
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
    void whatSomebodySaysOfThemselfIsSeenBesideTheirNameAtOnceUntilTheyTakeItBack() {
        ada.enter("Bob");
        ada.profile().saysNothing("Bob");
        bob.profile().say(TEA, "Back at three", "hour");
        ada.profile().saysInList("Bob", TEA + " Back at three");
        ada.profile().saysOfOpenRoom("Back at three");
        for (var device : List.of(bob, phone)) device.profile().saysOfOneself("Back at three");
        ada.enter("Harbour");
        ada.people().toggle();
        ada.profile().saysAmongMembers("Bob", "Back at three");
        ada.reload();
        ada.profile().saysInList("Bob", TEA + " Back at three");
        ada.people().toggle();
        ada.profile().saysAmongMembers("Bob", "Back at three");
        ada.pictures("status-of-a-member");
        ada.people().toggle();
        bob.profile().openStatus();
        bob.pictures("own-status");
        bob.profile().clear();
        ada.profile().saysNothing("Bob");
        phone.profile().saysOfOneself("");
    }

    @Test
    void whoWantsToBeUnseenIsOfflineToOthersUntilTheyChangeItAtWhicheverDevice() {
        ada.enter("Harbour");
        phone.enter("Harbour");
        for (var each : List.of(ada, phone)) each.people().toggle();
        ada.people().is("Bob", "online");
        bob.profile().showAs("invisible");
        ada.people().is("Bob", "offline");
        for (var device : List.of(bob, phone)) device.profile().isShownAs("Invisible");
        phone.people().is("Bob", "Invisible");
        phone.people().is("Ada", "online");
        bob.reload();
        bob.profile().isShownAs("Invisible");
        bob.profile().openMenu();
        bob.pictures("invisible");
        bob.profile().closeMenu();
        ada.people().is("Bob", "offline");
        phone.profile().showAs("away");
        ada.people().is("Bob", "away");
        phone.profile().showAs("automatic");
        ada.people().is("Bob", "online");
        for (var device : List.of(bob, phone)) device.profile().isShownAs("");
        for (var each : List.of(ada, phone)) each.people().toggle();
    }

    @Test
    void whoShowsAPictureAndALineIsSeenSoAndReachedByTheirCard() {
        meetInHarbour();
        bob.profile().open();
        bob.profile().sendPicture("no picture".getBytes(StandardCharsets.US_ASCII));
        bob.profile().isRefused();
        bob.profile().sendPicture(Sample.image("png", 400, 300));
        bob.profile().showsLarge();
        bob.pictures("own-profile");
        bob.profile().change("Bob of Kiel", "Looks after the boats");
        ada.profile().isSeenBeside("look at me");
        ada.pictures("portrait");
        ada.profile().openCard("look at me");
        ada.profile().cardSays("Bob of Kiel", "Looks after the boats");
        ada.pictures("person-card");
        ada.profile().writeTo();
        ada.enter("Harbour");
        ada.say("what boats");
        ada.seesSent("what boats");
        // He is signed with his new name from now on.
        bob.sees("what boats");
        bob.say("and now");
        bob.seesSent("and now");
        ada.seesAuthorOf("and now", "Bob of Kiel");
        ada.profile().openCard("and now");
        ada.profile().removePicture();
        bob.profile().isSeenBesideNothing();
        bob.profile().open();
        bob.profile().change("Bob", "");
    }

    @Test
    void theRoomsOfARenamedPersonAreCalledSoOnAnOpenPageAndAfterAReload() {
        var ed = Person.signUp(server.uri(), "ed");
        var fay = Person.signUp(server.uri(), "fay");
        var gus = chromium.open(chromium.person(), server.uri()).signUp("Gus", SECRET);
        gus.people().writeTo("ed");
        gus.own().writeTo("ed", "fay");
        gus.own().begins("ed, fay");
        assertThat(fay.get("api/rooms").text()).contains("\"ed, Gus\"");
        gus.people().toggle();
        ed.request("PUT", "api/profile/status", Json.object(Map.of("text", "rowing")))
                .expect(204);
        gus.profile().saysAmongMembers("ed", "rowing");
        gus.people().toggle();
        ed.request("PATCH", "api/profile", Json.object(Map.of("displayName", "Edwin of Kiel")))
                .expect(204);
        for (var look : List.<Runnable>of(() -> {}, gus::reload)) {
            look.run();
            gus.enter("Edwin of Kiel, fay");
            gus.alerts().titleIs("Edwin of Kiel, fay · Holdfast");
            gus.people().switcherFinds("edw", "Edwin of Kiel, fay", "Edwin of Kiel");
        }
        assertThat(fay.get("api/rooms").text()).contains("\"Edwin of Kiel, Gus\"");
        assertThat(gus.errors()).isEmpty();
        gus.browser().close();
    }

    @Test
    void whoTouchesNothingForAWhileIsAwayAndNotCalledWithThoseWhoAreHere() {
        var browser = chromium.person();
        browser.clock().install();
        var cleo = chromium.open(browser, server.uri()).signUp("Cleo", SECRET);
        cleo.joinRoom("Harbour");
        for (var device : List.of(bob, phone)) device.enter("Ada");
        ada.enter("Harbour");
        ada.people().toggle();
        ada.people().is("Cleo", "online");
        browser.clock().fastForward("05:00");
        ada.people().is("Cleo", "away");
        call("here", "Everybody here who is online now");
        bob.unread().mentionsIn("Harbour", 1);
        cleo.unread().isCalled("come, @here", false);
        call("room", "Everybody in this room");
        bob.unread().mentionsIn("Harbour", 2);
        cleo.unread().isCalled("come, @room", true);
        cleo.unread().mentionsIn("Harbour", 1);
        browser.pages().get(0).mouse().move(5, 5);
        ada.people().is("Cleo", "online");
        cleo.unread().messagesIn("Harbour", 0);
        ada.people().toggle();
        assertThat(cleo.errors()).isEmpty();
        browser.close();
    }

    /** As on a second screen: the window is seen, and another one takes the keys. */
    @Test
    void whatComesWhileAnotherWindowIsUsedWaitsToBeRead() {
        var tab = phone.browser().pages().get(0);
        bob.enter("Ada");
        phone.enter("Harbour");
        tab.evaluate("document.hasFocus = () => false, dispatchEvent(new Event('blur'))");
        ada.enter("Harbour");
        ada.say("The crane is free.");
        phone.seesSent("The crane is free.");
        phone.unread().messagesIn("Harbour", 1);
        tab.evaluate("delete document.hasFocus, dispatchEvent(new Event('focus'))");
        phone.unread().messagesIn("Harbour", 0);
    }

    private static void call(String group, String hint) {
        ada.unread().begin("come, @" + group.substring(0, 2));
        ada.unread().offers("@" + group + " " + hint);
        ada.unread().takeBy("Tab");
        ada.unread().sends("come, @" + group);
    }

    private static void meetInHarbour() {
        ada.enter("Harbour");
        bob.enter("Harbour");
        bob.say("look at me");
        bob.seesSent("look at me");
        ada.sees("look at me");
    }

    @Test
    void aPictureIsAskedForOnceWhileItIsTheSame() {
        var eve = Person.signUp(server.uri(), "eve");
        var dan = Person.signUp(server.uri(), "dan");
        var path = "api/profiles/" + eve.account() + "/picture";
        assertThat(dan.get(path).status()).isEqualTo(404);
        var bytes = HttpRequest.BodyPublishers.ofByteArray(Sample.image("png", 300, 300));
        var put = eve.request("api/profile/picture").header("Content-Type", "application/octet-stream");
        Http.answer(put.PUT(bytes).build()).expect(204);
        var answer = dan.get(path).expect(200);
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("inline");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox");
        assertThat(dan.get("api/profiles?ids=" + eve.account()).text()).contains("\"picture\":" + tag);
        Http.answer(dan.request(path).header("If-None-Match", tag).GET().build())
                .expect(304);
        eve.delete("api/profile/picture").expect(204);
        assertThat(dan.get(path).status()).isEqualTo(404);
    }
}
