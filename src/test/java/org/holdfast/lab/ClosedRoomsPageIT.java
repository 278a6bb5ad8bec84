package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations that a person has closed, at each of their devices, while others write on. */
class ClosedRoomsPageIT {
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;
    private static ChatPage phone;
    private static int people;

    private ChatPage ada;
    private String name;

    @BeforeAll
    static void start() {
        server = Site.shared("closed-rooms-page")
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", SECRET);
        phone = chromium.open(chromium.person(), server.uri()).signIn("Bob", SECRET);
        bob.people().makeRoom("elsewhere", "What else there is");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has another person to talk with. Bob has their conversation open at one of his devices. */
    @BeforeEach
    void talk() {
        name = "Ada " + (char) ('A' + people++);
        ada = chromium.open(chromium.person(), server.uri()).signUp(name, SECRET);
        phone.enter("elsewhere");
        bob.people().writeTo(name);
        bob.say("a talk of old");
        bob.seesSent("a talk of old");
        ada.enter("Bob");
        ada.seesSent("a talk of old");
        phone.unread().messagesIn(name, 0);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var page : List.of(ada, bob, phone)) assertThat(page.errors()).isEmpty();
        ada.close();
    }

    @Test
    void aClosedConversationIsGoneAtEveryDeviceUntilTheOtherWrites() {
        bob.own().closeRoom(name);
        assertThat(page(bob).locator(hook("open-room-name"))).hasCount(0);
        phone.own().hasNo(name);
        for (var device : List.of(bob, phone)) device.reload();
        phone.enter("elsewhere");
        for (var device : List.of(bob, phone)) device.own().hasNo(name);
        assertThat(page(bob).locator(hook("open-room-name"))).hasCount(0);
        ada.say("and a new one");
        for (var device : List.of(bob, phone)) device.unread().messagesIn(name, 1);
        phone.own().mayNotClose(name);
        bob.enter(name);
        bob.seesSent("and a new one");
    }

    @Test
    void whoOpensAClosedConversationHasItInTheirListAgain() {
        bob.own().closeRoom(name);
        phone.own().hasNo(name);
        phone.own().jumpTo(name);
        bob.unread().messagesIn(name, 0);
        phone.own().closeRoom(name);
        bob.own().hasNo(name);
        bob.people().writeTo(name);
        phone.unread().messagesIn(name, 0);
    }

    @Test
    void aConversationThatIsOpenAtAnotherDeviceStaysThereUntilItIsLeft() {
        phone.own().closeRoom(name);
        // What he hears after it of the same log: so he has heard of that, too.
        phone.own().press("elsewhere", "mute");
        bob.own().isMuted("elsewhere", true);
        bob.own().isMuted(name, false);
        phone.own().press("elsewhere", "unmute");
        bob.enter("elsewhere");
        bob.own().hasNo(name);
    }

    @Test
    void whatIsWrittenAndNotSentKeepsAConversationInTheList() {
        bob.write("half a thought");
        bob.enter("elsewhere");
        bob.own().mayNotClose(name);
        bob.own().open(name);
        bob.pictures("close-conversation");
        bob.own().close();
        bob.enter(name);
        bob.write("");
        bob.own().closeRoom(name);
    }

    @Test
    void aRoomThatCanBeLeftIsNotClosed() {
        phone.own().open("elsewhere");
        assertThat(page(phone).locator(hook("room-mute"))).isVisible();
        assertThat(page(phone).locator(hook("room-close"))).hasCount(0);
        phone.own().close();
    }

    private static Page page(ChatPage page) {
        return page.browser().pages().get(0);
    }
}
