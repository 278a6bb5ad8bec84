package org.holdfast.lab;

/** What the overview of the keys says, row by row. */
final class ShortcutRows {
    static final String[] ALL = {
        "Jump to a room Ctrl K",
        "Search messages; / while you are not writing Ctrl Shift F/",
        "Messages that mention you Ctrl Shift M",
        "Previous or next room Alt ↑Alt ↓",
        "Previous or next unread room Alt Shift ↑Alt Shift ↓",
        "List only what is unread, or all again Ctrl Shift U",
        "Mark all rooms as read Shift Esc",
        "Send the message Enter",
        "Begin a new line Shift Enter",
        "Bold, italic, struck out, code Ctrl BCtrl ICtrl Shift XCtrl E",
        "Edit your last message, while nothing is written ↑",
        "Previous or next in a list of what there is to choose ↑↓",
        "Take the name, emoji or room that is offered Tab",
        "Previous or next message, while you are among them ↑↓",
        "Reply to the message you are at R",
        "Open its thread, or begin one T",
        "Edit it, if it is yours E",
        "React to it A+",
        "Pin it, or take the pin out P",
        "Copy its link C",
        "Copy its text Y",
        "Mark as unread from it on U",
        "Delete it: you are asked first DDel",
        "Previous or next image, while one is shown large ←→",
        "Close what is open, or go to the newest message Esc",
        "Show this; ? while you are not writing Ctrl /?"
    };

    private ShortcutRows() {}
}
