package org.holdfast.audit;

import java.util.Locale;

/** What is written down. */
public enum Action {
    SIGNED_UP,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ISSUED,
    PASSWORD_RESET,
    INVITED,
    INVITATION_REVOKED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    ROLE_CHANGED,
    DISABLED,
    ENABLED,
    MEMBER_ADDED,
    MEMBER_REMOVED,
    MEMBER_ROLE_CHANGED,
    TOPIC_CREATED,
    TOPIC_DELETED,
    /** By somebody else than its author. */
    MESSAGE_DELETED,
    ROOM_ARCHIVED,
    ROOM_UNARCHIVED,
    PICTURE_REMOVED,
    CONNECTION_ENDED,
    DRAINED;

    /** The name on the wire and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
