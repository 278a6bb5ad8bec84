package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is in the open room of a chat page, and who types there, as the page shows it. */
final class PagePeople {
    /** What a screen reader speaks of by itself. */
    private static final String SPOKEN = "[aria-live], [role=log], [role=status], [role=alert], output";

    private final PageParts parts;

    PagePeople(PageParts parts) {
        this.parts = parts;
    }

    /** Opens the panel of the members, or closes it. */
    void toggle() {
        parts.part("members").click();
    }

    /** The panel's lines, each by what is in it, in this order, and no others. */
    void are(String... lines) {
        var patterns = Stream.of(lines).map(PagePeople::inOneLine).toArray(Pattern[]::new);
        assertThat(parts.part("member")).hasText(patterns, parts.text());
    }

    /** As what the panel shows a member. */
    void shows(String name, String state) {
        var presence = parts.part("member", name).locator(hook("presence"));
        assertThat(presence).hasAttribute("data-state", state, parts.attribute());
    }

    void makeRoom(String name, String topic) {
        parts.part("new-room").click();
        parts.part("room-name").fill(name);
        parts.part("room-topic").fill(topic);
        parts.part("create-room").click();
        roomIsCalled(name, topic);
    }

    /** Makes a room that only those see who are added. */
    void makePrivateRoom(String name) {
        parts.part("new-room").click();
        parts.part("room-name").fill(name);
        parts.part("room-private").check();
        parts.part("create-room").click();
        parts.part("open-room-name", name).waitFor();
    }

    /** From the panel, with the keyboard alone. */
    void add(String name) {
        parts.part("add-people").press("Enter");
        take(name);
        assertThat(parts.part("found-person", name).locator(hook("take-person")))
                .hasCount(0);
        parts.page().keyboard().press("Escape");
    }

    /** Begins a conversation with somebody. */
    void writeTo(String name) {
        parts.part("write-to").click();
        take(name);
        // While it is open, what is typed goes into its own field.
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
        parts.part("open-room-name", name).waitFor();
    }

    private void take(String name) {
        parts.part("find-people").and(parts.page().locator("dialog[open] *")).pressSequentially(name);
        parts.part("found-person", name).locator(hook("take-person")).press("Enter");
    }

    /** Opens what there is to do with a member, or closes it. */
    void more(String name) {
        parts.part("member", name).locator(hook("member-more")).press("Enter");
    }

    void make(String name, String role) {
        parts.part("member", name).locator(hook("set-role")).selectOption(role);
    }

    void remove(String name) {
        parts.part("member", name).locator(hook("member-remove")).press("Enter");
    }

    /** What a screen reader reads of a room's line in the list. */
    void roomIsMarked(String name, String kind) {
        var mark = parts.part("room", name).locator(hook("room-mark"));
        assertThat(mark).hasAttribute("data-kind", kind, parts.attribute());
        assertThat(parts.part("room", name))
                .containsText(Map.of(
                                "direct",
                                "Direct conversation",
                                "group",
                                "Group conversation",
                                "private",
                                "Private room")
                        .get(kind));
    }

    /** From the panel. */
    void changeRoom(String name, String topic) {
        parts.part("room-settings").click();
        parts.part("change-name").fill(name);
        parts.part("change-topic").fill(topic);
        parts.part("save-room").click();
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    /** Puts it away, or takes it up again. */
    void archiveRoom() {
        parts.part("room-settings").click();
        parts.part("archive-room").click();
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    /** Leaves the open one, by the open panel. */
    void leave() {
        parts.part("leave-room").click();
    }

    /** With the keyboard, where they are asked whether they mean it. */
    void wantsToLeave() {
        parts.part("leave-room").press("Enter");
        assertThat(parts.part("leave-room-sure")).isFocused();
    }

    void staysAfterAll() {
        wantsToLeave();
        parts.part("leave-room-not").press("Enter");
        assertThat(parts.part("leave-room")).isFocused();
    }

    void leavesForGood() {
        parts.page().keyboard().press("Enter");
    }

    /** The open one. */
    void roomIsCalled(String name, String topic) {
        assertThat(parts.part("open-room-name")).hasText(name, parts.text());
        assertThat(parts.part("open-room-topic")).hasText(topic, parts.text());
    }

    /** The open panel, of the room's topic. */
    void panelTells(String topic) {
        assertThat(parts.part("panel-topic")).hasText(topic, parts.text());
    }

    /** The quick switcher, which is closed again. */
    void switcherFinds(String typed, String... rooms) {
        parts.page().keyboard().press("Control+k");
        parts.part("switcher").fill(typed);
        assertThat(parts.part("switcher-room").locator("bdi")).hasText(rooms, parts.text());
        parts.page().keyboard().press("Escape");
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    /** Nor is anybody listed in the panel. */
    void couldNotBeLoaded() {
        assertThat(parts.part("members-failed")).isVisible();
    }

    /** After that, by the keyboard, which stays in the panel. */
    void loadAgain() {
        parts.part("members-again").press("Enter");
        assertThat(parts.part("members-failed")).hasCount(0);
        assertThat(parts.part("members-panel").locator(":focus")).hasCount(1);
    }

    void hasNoRoom(String name) {
        assertThat(parts.part("room", name)).hasCount(0);
    }

    /** Whether the open room can only be read. */
    void readOnly(boolean is) {
        assertThat(parts.part("read-only")).hasCount(is ? 1 : 0);
        assertThat(parts.part("composer")).hasCount(is ? 0 : 1);
    }

    void is(String name, String state) {
        var presence = parts.part("member", name).locator(hook("presence"));
        assertThat(presence).hasText(state, parts.text());
    }

    /** Who types, in the page's words; nothing while nobody does. */
    void type(String words) {
        assertThat(parts.part("typing")).hasText(words, parts.text());
    }

    /** What a screen reader reads in the panel, by role and name. */
    void areHeardAs(String panel) {
        assertThat(parts.part("members-panel")).matchesAriaSnapshot(panel);
    }

    /** Who comes, goes or types is there to be read, and never interrupts whoever listens. */
    void areNotAnnounced() {
        assertThat(parts.page().locator(SPOKEN).first()).isAttached();
        for (var part : new String[] {"typing", "presence"}) {
            assertThat(parts.part(part).first()).isAttached();
            assertThat(parts.part(part).and(parts.page().locator(":is(%1$s, :is(%1$s) *)".formatted(SPOKEN))))
                    .hasCount(0);
        }
    }

    private static Pattern inOneLine(String words) {
        return Pattern.compile("^.*" + words.replace(" ", "\\s+.*") + "\\s*$", Pattern.DOTALL);
    }
}
