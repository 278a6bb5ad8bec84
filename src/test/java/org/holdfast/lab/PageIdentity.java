package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;

/** The page's dialogs about the own account and about invitations, and the doors that links open. */
final class PageIdentity {
    private final PageParts parts;

    PageIdentity(PageParts parts) {
        this.parts = parts;
    }

    PageIdentity showAccount() {
        return show("account", "logins");
    }

    PageIdentity showInvitations() {
        return show("invite", "make-link");
    }

    PageIdentity showPeople() {
        return show("accounts", "account-item");
    }

    PageIdentity showTokens() {
        return show("tokens", "make-token");
    }

    PageIdentity showConnections() {
        return show("connections", "connection-item");
    }

    PageIdentity showAllRooms() {
        return show("all-rooms", "listed-room");
    }

    PageIdentity showAudit() {
        return show("audit", "audit-entry");
    }

    private PageIdentity show(String dialog, String waitFor) {
        parts.part("settings").click();
        parts.part("show-" + dialog).click();
        parts.part(waitFor).first().waitFor();
        return this;
    }

    /** Whether the settings lead to the transport lab. */
    void offersLab(boolean isOffered) {
        parts.part("settings").click();
        assertThat(parts.part("sign-out")).isVisible();
        assertThat(parts.part("lab")).hasCount(isOffered ? 1 : 0);
    }

    /** @return the link that opens the door */
    String invite(String note, String role) {
        parts.part("note").fill(note);
        parts.part("invite-role").selectOption(role);
        parts.part("make-link").click();
        parts.part("invite-link").waitFor();
        return parts.part("invite-link").inputValue();
    }

    void seesInvitation(String text) {
        assertThat(parts.part("invitations")).containsText(text);
    }

    void revoke(String note) {
        var invitation = parts.part("invitations").locator("li").filter(new Locator.FilterOptions().setHasText(note));
        invitation.locator(hook("revoke")).press("Enter");
        assertThat(invitation).hasCount(0);
    }

    void seesLogins(int count) {
        assertThat(parts.part("logins").locator("li")).hasCount(count);
    }

    void endOther() {
        parts.part("end-login").first().click();
    }

    void endOthers() {
        parts.part("end-others").press("Enter");
    }

    void change(String current, String next) {
        parts.part("current").fill(current);
        parts.part("new-password").fill(next);
        parts.part("change-password").click();
    }

    void seesChanged() {
        assertThat(parts.part("changed")).isVisible();
    }

    void seesProblem(String text) {
        assertThat(parts.part("problem")).containsText(text);
    }

    /** What the door says above its fields. */
    void seesDoor(String text) {
        assertThat(parts.part("login-about")).containsText(text);
    }

    /** Whether it leads inside or not. */
    void signUp(String name, String password) {
        parts.part("name").fill(name);
        parts.part("password").fill(password);
        parts.part("sign-up").click();
    }

    /** Leads to the identity provider's own page. */
    void enterByProvider(String name, String password) {
        parts.part("provider").click();
        var page = parts.page();
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** By whom a proxy says that it is. */
    void enterAsKnown() {
        parts.part("principal").click();
    }

    void setPassword(String password) {
        parts.part("password").fill(password);
        parts.part("set-password").click();
    }
}
