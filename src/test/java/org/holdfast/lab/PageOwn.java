package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person sets for themself in a chat page and about the rooms of its list, with the keyboard but for what is dragged. */
final class PageOwn {
    private final PageParts parts;

    PageOwn(PageParts parts) {
        this.parts = parts;
    }

    /** Of the settings of the page. */
    void choose(String setting, String value) {
        inMenu(() -> parts.part(setting).selectOption(value));
    }

    void inMenu(Runnable act) {
        parts.part("settings").click();
        act.run();
        parts.page().keyboard().press("Escape");
        assertThat(parts.part("sign-out")).isHidden();
    }

    /** By the menu of the room. */
    void press(String room, String... actions) {
        open(room);
        for (var action : actions) parts.part("room-" + action).press("Enter");
        close();
    }

    void level(String room, String level) {
        open(room);
        parts.part("room-level").selectOption(level);
        close();
    }

    void levelIs(String room, String level) {
        open(room);
        assertThat(parts.part("room-level")).hasValue(level);
        close();
    }

    void open(String room) {
        line(room).locator(hook("room-more")).press("Enter");
        parts.part("room-menu").waitFor();
    }

    /** The focus is where it was. */
    void close() {
        parts.page().keyboard().press("Escape");
        parts.part("room-menu").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** A conversation, and the keyboard goes on in the list. */
    void closeRoom(String room) {
        open(room);
        parts.part("room-close").press("Enter");
        hasNo(room);
        assertThat(parts.part("room-menu")).isHidden();
        assertThat(parts.page().locator(".rooms-list .room:focus")).hasCount(1);
    }

    void hasNo(String room) {
        assertThat(parts.part("room", room)).hasCount(0, parts.count());
    }

    /** The menu of the room says why. */
    void mayNotClose(String room) {
        open(room);
        assertThat(parts.part("room-close")).hasAttribute("aria-disabled", "true", parts.attribute());
        assertThat(parts.part("room-close")).hasAccessibleDescription(Pattern.compile("unread"));
        parts.part("room-close").press("Enter");
        close();
        assertThat(parts.part("room", room)).hasCount(1);
    }

    /** By the quick switcher. */
    void jumpTo(String room) {
        parts.page().keyboard().press("Control+k");
        parts.part("switcher").fill(room);
        parts.part("switcher").press("Enter");
        parts.part("open-room-name", room).waitFor();
    }

    void drag(String room, String onto) {
        line(room).dragTo(line(onto));
    }

    /** In this order, and no others. */
    void favouritesAre(String... rooms) {
        var names = parts.page().locator("[data-favourite=true] .room-name");
        assertThat(names).hasText(Stream.of(rooms).toArray(String[]::new));
    }

    void isMuted(String room, boolean is) {
        assertThat(parts.part("room", room)).hasAttribute("data-muted", String.valueOf(is), parts.attribute());
    }

    /** Begins a conversation with some people together. */
    void writeTo(String... people) {
        parts.part("write-to").click();
        for (var name : people) {
            var field = parts.part("find-people").and(parts.page().locator("dialog[open] *"));
            field.pressSequentially(name);
            parts.part("found-person", name).locator(hook("choose-person")).press("Enter");
            assertThat(field).hasValue("");
            assertThat(field).isFocused();
        }
        assertThat(parts.part("chosen").locator("li")).hasText(people);
    }

    /** What {@link #writeTo} has chosen, in the room of that name. */
    void begins(String room) {
        parts.part("write-to-all").press("Enter");
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
        parts.part("open-room-name", room).waitFor();
    }

    /** Those in charge of the open room let its members see who has read, from the panel. */
    void showReceipts(boolean are) {
        parts.part("room-settings").click();
        parts.part("change-receipts").setChecked(are);
        parts.part("save-room").click();
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    /** What stands in the composer, whoever wrote it. */
    void hasDraft(String text) {
        assertThat(parts.part("composer")).hasValue(text, new HasValueOptions().setTimeout(parts.patience()));
    }

    private Locator line(String room) {
        return parts.page().locator("li.room-row", new Page.LocatorOptions().setHasText(room));
    }
}
