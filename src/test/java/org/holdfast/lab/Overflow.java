package org.holdfast.lab;

import java.util.Collections;
import java.util.List;

/** A room in which all is longer, wider and more than usual, and one in which nothing is. */
final class Overflow {
    static final String ROOM = "Working Group for the Preservation of Everything 长期保存工作组";
    static final String EMPTY = "Nobody said anything here";
    /** Of the demonstration, and the largest there. */
    static final String EVERYONE = "Everyone";

    static final String TEXT = "This goes on for longer than anybody wants to read at once. ".repeat(12);

    private static final int ACROSS = 12;
    private static final String ADDRESS =
            "https://example.org/" + "a-path-that-never-ends/".repeat(8) + "?and=" + "more".repeat(40);

    private static final List<String> SAID = List.of(
            TEXT,
            "没有空格的长句子也要能够换行显示而不会把页面撑宽".repeat(9),
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4),
            ADDRESS,
            "**in bold**, *in italics*, ~~gone~~, `in code`, and [a link](" + ADDRESS + ")",
            row("a heading") + "\n" + row("---") + ("\n" + row("what is in a cell")).repeat(4),
            "```java\nString line = \"" + "it is long, ".repeat(20) + "\";\nreturn line;\n```",
            "> It was said before\n>\n> - by one\n> - by another\n>   1. and the first of them\n>   2. and the second",
            "Whose coffee is this?",
            "# A heading\n\nA paragraph\n\n---\n\nAnother",
            "🎉");

    private static final String EMOJI = "👍 ❤️ 😂 🎉 😮 😢 🙏 👏 🔥 🚀 👀 ✅ ❌ 💯 🤔 ☕ 🍰 🐛 🦄 🐢";

    private Overflow() {}

    /** Both rooms, by one who may; what is written in other scripts; and who has read is to be seen in the room of all. */
    static void fill(ChatPage chat) {
        for (var room : List.of("上海研发", "الرباط")) chat.joinRoom(room);
        chat.createRoom(EMPTY);
        chat.createRoom(ROOM);
        chat.enter(ROOM);
        for (var text : SAID) chat.say(text);
        chat.seesSent("🎉");
        for (var emoji : EMOJI.split(" ")) chat.message("🎉").reactBySearch(emoji);
        chat.message("🎉").reply();
        chat.say(TEXT + "In short: yes.");
        files(chat);
        chat.message("What I found").edit("What I have found");
        for (var room : List.of(ROOM, EVERYONE)) showReceipts(chat, room);
    }

    private static void showReceipts(ChatPage chat, String room) {
        chat.enter(room);
        chat.people().toggle();
        chat.own().showReceipts(true);
        chat.people().toggle();
    }

    private static void files(ChatPage chat) {
        var files = chat.composer().files();
        for (int n = 0; n < 4; n++) files.choose("a picture " + n + ".png", Sample.image("png", 900 + 400 * n, 600));
        files.choose("a_name_of_a_file_".repeat(7) + ".txt", "text".getBytes());
        files.choose("一个名字非常长的文件，用来看看它在窄的窗口里是什么样子，以及它会不会换行.txt", "字".getBytes());
        chat.say("What I found");
        chat.seesSent("What I found");
    }

    private static String row(String cell) {
        return "|" + String.join("|", Collections.nCopies(ACROSS, cell)) + "|";
    }
}
