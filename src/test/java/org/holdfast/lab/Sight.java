package org.holdfast.lab;

import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something to look at in the chat, and what a person does to see it, from where the page stands after it was opened.
 *
 * @param seen the hook of what is there then
 */
record Sight(String name, String seen, Consumer<Page> way) {

    /** Before one is signed in. */
    static final List<Sight> DOORS = List.of(
            at("door", "sign-up", page -> {}),
            at("door-known", "sign-in", page -> click(page, "to-sign-in")),
            at("door-shut", "problem", page -> {
                click(page, "to-sign-in");
                part(page, "name").fill("amara");
                part(page, "password").fill("not the password");
                click(page, "sign-in");
            }));

    static final List<Sight> ALL = List.of(
            at("everyone", "message", page -> room(page, Overflow.EVERYONE)),
            at("development", "message", page -> room(page, "Development")),
            at("shanghai", "message", page -> room(page, "上海研发")),
            at("arabic", "message", page -> room(page, "الرباط")),
            at("overflowing", "thumbnail", page -> room(page, Overflow.ROOM)),
            at("empty-room", "composer", page -> room(page, Overflow.EMPTY)),
            at("link-lost", "link-lost", page -> page.navigate(page.url().replaceFirst("#.*", "#room-999999/1"))),
            at("members", "member", page -> click(page, "members")),
            at("member-menu", "person-card", page -> click(page, "members", "member-name")),
            at("room-settings", "save-room", page -> {
                room(page, Overflow.ROOM);
                click(page, "members", "room-settings");
            }),
            at("add-people", "found-person", page -> {
                room(page, Overflow.ROOM);
                click(page, "members", "add-people");
                part(page, "find-people").last().pressSequentially("a");
            }),
            at("pins", "pins", page -> click(page, "pins-open")),
            at("thread", "thread", page -> {
                thread(page);
                part(page, "thread").locator(hook("message")).last().hover();
                part(page, "thread").locator(hook("message-tools")).waitFor();
            }),
            at("edits", "edit-text", page -> {
                room(page, Overflow.ROOM);
                click(page, "edited");
            }),
            at("room-menu", "room-menu", page -> click(page, "room-more")),
            at("switcher", "switcher", page -> {
                page.keyboard().press("Control+k");
                part(page, "switcher").pressSequentially("e");
            }),
            at("line", "line-details", page -> click(page, "line")),
            at("shortcuts", "shortcuts", page -> click(page, "settings", "show-shortcuts")),
            at("settings", "sign-out", page -> click(page, "settings")),
            at("browse-rooms", "offered-room", page -> click(page, "browse-rooms")),
            at("new-room", "room-name", page -> click(page, "new-room")),
            at("write-to", "found-person", page -> {
                click(page, "write-to");
                part(page, "find-people").last().pressSequentially("a");
            }),
            at("search", "hit", page -> {
                click(page, "search-open");
                part(page, "search").fill("coffee");
            }),
            at("search-none", "search-state", page -> {
                click(page, "search-open");
                part(page, "search").fill("wordthatnobodyeversaid");
                page.locator(hook("search-state") + ":not(:empty)").waitFor();
            }),
            at("emoji", "emoji-picker", page -> {
                part(page, "message").last().hover();
                click(page, "tool-react");
            }),
            at("emoji-all", "emoji-picker", page -> {
                part(page, "message").last().hover();
                click(page, "tool-react", "emoji-all");
            }),
            at("sure-to-delete", "tool-delete-sure", page -> {
                room(page, Overflow.ROOM);
                part(page, "message").last().hover();
                click(page, "tool-delete");
            }),
            at("message-edit", "message-edit", page -> {
                room(page, Overflow.ROOM);
                part(page, "message").last().hover();
                click(page, "tool-edit");
            }),
            at("answering", "answering", page -> {
                part(page, "message").last().hover();
                click(page, "tool-reply");
            }),
            at("formatting", "marks", page -> {
                room(page, "Development");
                click(page, "formatting");
            }),
            at("completion", "completion-offer", page -> {
                room(page, "Development");
                part(page, "composer").pressSequentially("@");
            }),
            at("long-draft", "composer", page -> {
                room(page, Overflow.EMPTY);
                part(page, "composer").fill(Overflow.TEXT);
            }),
            at("light-box", "shown-image", page -> {
                room(page, Overflow.ROOM);
                part(page, "thumbnail").last().click();
            }),
            at("own-profile", "save-profile", page -> click(page, "settings", "show-own-profile")),
            at("own-status", "save-status", page -> click(page, "settings", "show-own-status")),
            at("alerts", "try-sound", page -> click(page, "settings", "show-alerts")),
            at("account", "change-password", page -> click(page, "settings", "show-account")),
            at("tokens", "make-token", page -> click(page, "settings", "show-tokens")),
            at("invite", "make-link", page -> click(page, "settings", "show-invite")),
            at("accounts", "account-item", page -> click(page, "settings", "show-accounts")),
            at("all-rooms", "listed-room", page -> click(page, "settings", "show-all-rooms")),
            at("connections", "connection-item", page -> click(page, "settings", "show-connections")),
            at("audit", "audit-entry", page -> click(page, "settings", "show-audit")));

    static Sight at(String name, String seen, Consumer<Page> way) {
        return new Sight(name, seen, way);
    }

    void open(Page page) {
        way.accept(page);
        part(page, seen).first().waitFor();
    }

    static void room(Page page, String name) {
        part(page, "room")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        part(page, "open-room-name")
                .filter(new Locator.FilterOptions().setHasText(name))
                .waitFor();
    }

    /** Not before what comes with the pointer is there: under a hand that is faster the button may move away. */
    static void thread(Page page) {
        room(page, Overflow.ROOM);
        part(page, "thread-open").first().hover();
        part(page, "message-tools").first().waitFor();
        click(page, "thread-open");
    }

    static void click(Page page, String... parts) {
        for (String each : parts) part(page, each).first().click();
    }

    static Locator part(Page page, String name) {
        return page.locator(hook(name));
    }
}
