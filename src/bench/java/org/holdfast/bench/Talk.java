package org.holdfast.bench;

import java.util.List;
import java.util.regex.Pattern;

/** How far one client is with what it has to say. */
final class Talk {
    private static final Pattern CLIENT = Pattern.compile("\"clientId\":\"([^\"]+)\"");

    private final Speech speech;
    private int turns;
    private String client = "";

    Talk(Speech speech) {
        this.speech = speech;
    }

    /** Whether all turns of the opening are over. */
    boolean isOpen() {
        return turns == speech.opening().size();
    }

    /**
     * @param text empty: the line is there
     * @return what is to be said; empty: nothing
     */
    String hear(String text) {
        List<Turn> expected = isOpen() ? speech.answers() : speech.opening().subList(turns, turns + 1);
        for (Turn turn : expected) if (text.contains(turn.heard())) return take(turn, text);
        return "";
    }

    /** A text of its own, with what stands for its name. */
    String filled(String text) {
        return text.replace(Speech.CLIENT, client);
    }

    private String take(Turn turn, String text) {
        if (!isOpen()) turns++;
        var named = CLIENT.matcher(text);
        if (named.find()) client = named.group(1);
        return filled(turn.say());
    }
}
