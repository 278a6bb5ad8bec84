package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations, logins elsewhere and passwords, as people meet them in the page of a server whose sign-up is closed. */
class IdentityPageIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String OTHER = "another long secret";

    private static Site server;
    private static Chromium chromium;
    private static Person ada;
    private static ChatPage admin;
    private static int people;

    private ChatPage page;

    @BeforeAll
    static void start() {
        server = Site.shared("identity-page").with("holdfast.signup", "false").start();
        chromium = new Chromium();
        ada = Person.signUp(server.uri(), "ada");
        admin = chromium.open(chromium.person(), server.uri()).signIn("ada", ada.password());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has somebody new, who came by an invitation. */
    @BeforeEach
    void arrive() {
        var name = "person " + ++people;
        var invitation = ada.post("api/invitations", "{\"note\":\"" + name + "\"}")
                .expect(201)
                .json()
                .getString("token");
        page = chromium.open(chromium.person(), server.uri().resolve("#invitation=" + invitation));
        page.identity().seesDoor("You are invited");
        if (people == 1) page.pictures("invited");
        page.signUp(name, PASSWORD);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(page.errors()).isEmpty();
        page.browser().close();
    }

    /** An administrator has the most to choose from. */
    @Test
    void whatIsSetElsewhereIsReachedInALowWindow() {
        var chat = admin.browser().pages().get(0);
        chat.setViewportSize(1280, 400);
        chat.locator(hook("settings")).click();
        for (var each : List.of("show-own-status", "show-audit", "sign-out")) {
            chat.locator(hook(each)).scrollIntoViewIfNeeded();
            assertThat(chat.locator(hook(each))).isInViewport();
        }
        chat.keyboard().press("Escape");
        chat.setViewportSize(1280, 800);
    }

    @Test
    void anInvitationIsMadeInThePageAndOpensTheDoorOnce() {
        var invite = admin.identity().showInvitations();
        var link = URI.create(invite.invite("for Bob", "member"));
        invite.seesInvitation("for Bob");
        admin.pictures("invite");
        var taken = URI.create(invite.invite("for nobody", "guest"));
        invite.revoke("for nobody");
        isShut(taken);
        var bob = chromium.open(chromium.person(), link).signUp("Bob", PASSWORD);
        assertThat(bob.address().getFragment())
                .as("the link is gone from the address")
                .isNull();
        bob.browser().close();
        isShut(link);
        admin.reload();
    }

    private static void isShut(URI link) {
        var late = chromium.open(chromium.person(), link);
        late.identity().signUp("Late", PASSWORD);
        late.identity().seesProblem("This link was used, or its time is over.");
        late.browser().close();
    }

    @Test
    void aPersonSignsOutAnotherBrowserAndAllOthers() {
        var other = chromium.open(chromium.person(), server.uri()).signIn("person " + people, PASSWORD);
        for (int n = 0; n < 2; n++) signInElsewhere();
        var account = page.identity().showAccount();
        account.seesLogins(4);
        page.pictures("account");
        account.endOther();
        account.seesLogins(3);
        account.endOthers();
        account.seesLogins(1);
        other.seesSignIn();
        other.browser().close();
    }

    private static void signInElsewhere() {
        var login = Json.object(Map.of("name", "person " + people, "password", PASSWORD));
        Person.stranger(server.uri()).request("POST", "api/login", login).expect(200);
    }

    @Test
    void aPersonChangesThePassword() {
        var account = page.identity().showAccount();
        account.change("wrong", OTHER);
        account.seesProblem("The current password is wrong.");
        account.change(PASSWORD, OTHER);
        account.seesChanged();
        page.reload();
        page.signOut();
        page.signIn("person " + people, OTHER);
    }

    /** Of who is there now. */
    private static int account() {
        var all =
                ada.get("api/people").expect(200).json().getJsonArray("people").getValuesAs(JsonObject.class);
        return all.stream()
                .filter(person -> person.getString("name").equals("person " + people))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    @Test
    void whoForgotThePasswordSetsAnother() {
        var reset = ada.request("POST", "api/accounts/" + account() + "/reset", JsonValue.EMPTY_JSON_OBJECT)
                .expect(201)
                .json()
                .getString("token");
        var elsewhere = chromium.open(chromium.person("zh-CN"), server.uri().resolve("#reset=" + reset));
        elsewhere.identity().seesDoor("请设置新密码");
        elsewhere.pictures("reset-zh");
        elsewhere.identity().setPassword(OTHER);
        elsewhere.identity().seesDoor("新密码已设置");
        elsewhere.signIn("person " + people, OTHER);
        elsewhere.browser().close();
        page.seesSignIn();
    }
}
