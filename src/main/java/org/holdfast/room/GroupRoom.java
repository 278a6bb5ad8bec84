package org.holdfast.room;

import org.holdfast.account.ExternalPerson;

/**
 * A group whose people are in a room.
 *
 * @param group in its {@link ExternalPerson#normal} form
 * @param room a public one's name, or any one's number after a {@code #}
 */
record GroupRoom(String group, String room) {
    private static final String ARROW = "=>";

    /** @param text {@code group => room} */
    static GroupRoom of(String text) {
        int arrow = text.lastIndexOf(ARROW);
        String room = text.substring(arrow + ARROW.length()).strip();
        return new GroupRoom(ExternalPerson.normal(text.substring(0, arrow)), room);
    }
}
