package org.holdfast.room;

/** What somebody may want to do in a room, and the least role there that may. */
public enum RoomPermission {
    /** Whoever is in it already is let in once more. */
    JOIN(RoomRole.READ_ONLY, true),
    /** Be sent its events, look its history and its members up, say how far one has read. */
    READ(RoomRole.READ_ONLY, true),
    /** Write, change what one wrote, react, pin, and be seen to type. */
    POST(RoomRole.MEMBER, true),
    LEAVE(RoomRole.READ_ONLY, false),
    /** Delete what others wrote. */
    MODERATE(RoomRole.MODERATOR, false),
    /** Its name, its topic, and whether it is put away. */
    CHANGE(RoomRole.MODERATOR, false),
    ADD_PEOPLE(RoomRole.MODERATOR, false),
    REMOVE_PEOPLE(RoomRole.MODERATOR, false),
    SET_ROLES(RoomRole.OWNER, false),
    /** Whether its members see who has read. */
    SET_RECEIPTS(RoomRole.OWNER, false);

    private final RoomRole least;
    private final boolean inDirectRooms;

    RoomPermission(RoomRole least, boolean inDirectRooms) {
        this.least = least;
        this.inDirectRooms = inDirectRooms;
    }

    RoomRole least() {
        return least;
    }

    /** Whether it can be done in a room that is put away. */
    boolean isInArchivedRooms() {
        return this != POST;
    }

    /** Whether it can be done at all where the people are always the same. */
    boolean isInDirectRooms() {
        return inDirectRooms;
    }
}
