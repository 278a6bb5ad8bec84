package org.holdfast.room;

/**
 * What a member's list shows of a room.
 *
 * @param read how far the member has read; 0: nothing
 */
public record RoomTitle(long log, String name, String topic, long read) {}
