package org.holdfast.room;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.account.Role;

/** What somebody may want to do that is of no one room, and the roles that may. */
public enum SitePermission {
    /** See the public rooms, and join them. */
    BROWSE(Role.ADMIN, Role.MEMBER, Role.BOT),
    CREATE_ROOM(Role.ADMIN, Role.MEMBER),
    OPEN_DIRECT(Role.ADMIN, Role.MEMBER),
    /** Look people up with whom one shares no room. */
    FIND_PEOPLE(Role.ADMIN, Role.MEMBER, Role.BOT),
    /** Read topics that are not public, and publish where members may. */
    USE_TOPICS(Role.ADMIN, Role.MEMBER, Role.BOT),
    /** Accounts, topics, the drain. */
    ADMINISTER(Role.ADMIN);

    private final Set<Role> roles;

    SitePermission(Role first, Role... others) {
        roles = EnumSet.of(first, others);
    }

    public boolean isOf(Role role) {
        return roles.contains(role);
    }
}
