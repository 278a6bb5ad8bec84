package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Account;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Uptime;
import org.holdfast.presence.Rosters;
import org.holdfast.profile.ShownPeople;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Fields;

/** {@code typing}: somebody writes in a room, or has stopped. Without an answer; believed for a few seconds only. Nobody sees it of who is invisible. */
@ApplicationScoped
class Typing implements Command {
    private final Access access;
    private final Rosters rosters;
    private final ShownPeople shown;
    private final long lease;

    @Inject
    Typing(Access access, Rosters rosters, ShownPeople shown, Settings settings) {
        this.access = access;
        this.rosters = rosters;
        this.shown = shown;
        this.lease = settings.duration(Setting.TYPING_LEASE);
    }

    /** For the container's proxy. */
    Typing() {
        access = null;
        rosters = null;
        shown = null;
        lease = 0;
    }

    @Override
    public String type() {
        return "typing";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        long room = data.number("room");
        boolean isTyping = data.flagOr("typing", true);
        Account account = sender.login().account();
        access.check(account, room, RoomPermission.POST);
        if (isTyping && !shown.isInvisible(account.id())) rosters.type(room, account.author(), Uptime.millis() + lease);
        // Once more: who chooses it at this moment was looked for before this one typed.
        if (!isTyping || shown.isInvisible(account.id())) rosters.stopTyping(room, account.id());
        sender.done();
    }
}
