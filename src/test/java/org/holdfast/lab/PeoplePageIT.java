package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people show themselves on each other's pages. */
class PeoplePageIT {
    private static final String SECRET = "a long enough secret";
    private static final String TEA = "\uD83C\uDF75";

    private static PayaraMicro server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static ChatPage phone;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("people-page")
                .with("holdfast.commands.rate", "0")
                .start();
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
}
