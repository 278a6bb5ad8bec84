package org.holdfast.lab;

import static org.holdfast.lab.Sight.at;
import static org.holdfast.lab.Sight.click;
import static org.holdfast.lab.Sight.part;
import static org.holdfast.lab.Sight.room;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;

/** What is seldom seen in the chat: nothing where something is looked for, too much of something, what was refused or could not be had. */
final class RareSight {
    private static final String NOWHERE = "zzzz";
    private static final int MOST_OTHERS = 7;
    private static final Pattern THREADS = Pattern.compile("/api/threads$");
    private static final String WAITING = """
            {"room":%s,"thread":1,"replies":1,"at":1700000000000,"author":"Ben","text":"Who comes?"},
            {"room":%s,"thread":2,"replies":1200,"at":1700000000000,"author":"Ben","text":"%s"}""";

    private static final Pattern MENTIONS = Pattern.compile("/api/mentions\\?");
    private static final String CALLED = """
            {"room":%s,"title":"","sequence":%s,"at":1700000000000,"author":{"id":1,"name":"Ben"},"told":%s,
            "text":"@amara: %s","ranges":[[0,6]],"files":[]}""";

    private static final Pattern OLDER = Pattern.compile("[?&]before=");
    private static final Pattern THREAD = Pattern.compile("/messages/\\d+/thread");

    static final List<Sight> ALL = List.of(
            at("readers", "reader", page -> tool(page, "tool-readers")),
            at("readers-none", "none", page -> {
                room(page, Overflow.ROOM);
                tool(page, "tool-readers");
            }),
            at("pins-none", "none", page -> {
                room(page, Overflow.EMPTY);
                click(page, "pins-open");
            }),
            at(
                    "threads",
                    "thread-waiting",
                    page -> threads(page, WAITING.formatted(roomOf(page), roomOf(page), Overflow.TEXT))),
            at("threads-none", "none", page -> threads(page, "")),
            at(
                    "own-mentions",
                    "own-mention",
                    page -> mentions(
                            page,
                            CALLED.formatted(roomOf(page), 1, 1, "the plan, please") + ","
                                    + CALLED.formatted(roomOf(page), 2, 99_999_999, Overflow.TEXT))),
            at("own-mentions-none", "none", page -> mentions(page, "")),
            at("switcher-none", "none", page -> {
                page.keyboard().press("Control+k");
                part(page, "switcher").pressSequentially(NOWHERE);
            }),
            at("browse-none", "none", page -> {
                click(page, "browse-rooms");
                page.locator("dialog[open] input").pressSequentially(NOWHERE);
            }),
            at("people-none", "none", page -> {
                click(page, "write-to");
                part(page, "find-people").last().pressSequentially(NOWHERE);
            }),
            at("people-inside", "found-person", page -> {
                click(page, "members", "add-people");
                page.locator(PageParts.hook("found-person") + " > .meta")
                        .first()
                        .waitFor();
            }),
            at("group-full", "write-to-all", page -> {
                click(page, "write-to");
                for (int n = 0; n < MOST_OTHERS; n++) click(page, "choose-person");
            }),
            at("no-room", "browse-rooms", page -> {
                page.navigate(page.url().replaceFirst("#.*", "#room-999999/1"));
                click(page, "back");
                page.locator("main kbd").waitFor();
            }),
            at("link-gone", "jump-problem", page -> page.navigate(page.url() + "/99999999")),
            at("older-failed", "message", page -> {
                page.route(OLDER, Route::abort);
                page.locator(".log").hover();
                page.mouse().wheel(0, -100_000);
                page.locator(".older [role=alert]").waitFor();
            }),
            at("thread-failed", "thread-again", page -> {
                page.route(THREAD, route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
                Sight.thread(page);
            }),
            at("dropped-on", "composer", page -> files(page).hold("plan.png", new byte[1])),
            at("files-refused", "upload", page -> {
                room(page, Overflow.EMPTY);
                files(page).choose("holiday.png", "no image".getBytes());
                files(page).choose("a_name_of_a_file_".repeat(7) + ".txt", new byte[100]);
                files(page).seesUpload("holiday.png", "failed");
                files(page).seesUpload("a_name_of_a_file_", "done");
            }),
            at("too-long", "counter", page -> {
                room(page, Overflow.EMPTY);
                part(page, "composer").fill(Overflow.TEXT.repeat(20));
            }),
            at("refused", "retry", page -> {
                room(page, Overflow.EMPTY);
                part(page, "composer").fill("What cannot be said\u0000");
                click(page, "send");
            }),
            at("direct", "message", page -> {
                var direct = page.locator("[data-kind=direct]");
                part(page, "room")
                        .filter(new Locator.FilterOptions().setHas(direct))
                        .first()
                        .click();
                page.locator("main [data-kind=direct]").waitFor();
            }),
            at("archived", "read-only", page -> {
                click(page, "browse-rooms");
                part(page, "offered-room")
                        .filter(new Locator.FilterOptions().setHasText("Move to the new office"))
                        .locator("button")
                        .click();
            }),
            at("leaving", "leave-room-sure", page -> {
                room(page, "Salary round");
                click(page, "members", "leave-room");
            }),
            at("member-actions", "set-role", page -> click(page, "members", "member-more")),
            at("search-image", "quote-image", page -> {
                click(page, "search-open");
                part(page, "search").fill("a picture has:image");
            }),
            at("alerts-denied", "popups-denied", page -> click(page, "settings", "show-alerts", "allow-popups")),
            at("invite-made", "invite-link", page -> click(page, "settings", "show-invite", "make-link")),
            at("reset-made", "reset-link", page -> click(page, "settings", "show-accounts", "account-reset")),
            at("token-made", "token", page -> {
                click(page, "settings", "show-tokens");
                part(page, "token-name").fill("a program");
                click(page, "make-token");
            }));

    private RareSight() {}

    private static void tool(Page page, String name) {
        part(page, "message").last().hover();
        click(page, name);
    }

    private static PageFiles files(Page page) {
        return new PageFiles(new PageParts(page));
    }

    /** Which of them wait depends on the day on which the demonstration was made. */
    private static void threads(Page page, String waiting) {
        var told = new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"threads\":[" + waiting + "]}");
        page.route(THREADS, route -> route.fulfill(told));
        page.reload();
        click(page, "threads");
    }

    private static void mentions(Page page, String hits) {
        var told = new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"hits\":[" + hits + "],\"complete\":true}");
        page.route(MENTIONS, route -> route.fulfill(told));
        click(page, "own-mentions");
    }

    private static String roomOf(Page page) {
        return page.url().replaceFirst(".*#room-", "");
    }
}
