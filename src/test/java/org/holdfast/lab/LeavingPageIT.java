package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a person gets out of a room, at each of their devices. */
class LeavingPageIT {
    private static final String SECRET = "a long enough secret";

    private static PayaraMicro server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static ChatPage phone;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("leaving-page").start();
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

    private static void bothHaveNo(String room) {
        for (var device : List.of(bob, phone)) device.people().hasNoRoom(room);
    }
}
