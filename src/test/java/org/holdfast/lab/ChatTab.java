package org.holdfast.lab;

import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;

/** The chat page in a tab of a {@link TabbedChromium}: what it shows, and what it has noted. */
final class ChatTab implements AutoCloseable {
    private static final String TEXTS = """
            [...document.querySelectorAll('[data-test=message][data-sequence] [data-test=message-text]')]
              .map((text) => text.textContent.trim())""";

    private final Tab tab;

    ChatTab(Tab tab) {
        this.tab = tab;
    }

    /** The chat, with this room, in a tab that notes what the script has it note. */
    static ChatTab open(TabbedChromium chromium, URI chat, long room, String notes) {
        var opened = chromium.tab().runFirst(notes).go(chat.resolve("#room-" + room));
        var chatTab = new ChatTab(opened);
        chatTab.statusIs("live");
        return chatTab;
    }

    Tab tab() {
        return tab;
    }

    /** live, catching-up or offline. */
    void statusIs(String word) {
        tab.awaits("document.querySelector('[data-test=status]')?.dataset.word === '" + word + "'");
    }

    void sees(String text) {
        tab.awaits(TEXTS + ".includes('" + text + "')");
    }

    /** The messages that the server has, as they stand on the page. */
    List<String> texts() {
        return tab.run(TEXTS).asJsonArray().getValuesAs(JsonString::getString);
    }

    int number(String expression) {
        return Integer.parseInt(tab.run(expression).toString());
    }

    @Override
    public void close() {
        tab.close();
    }
}
