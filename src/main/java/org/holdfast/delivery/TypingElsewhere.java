package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.Hint;
import org.holdfast.backplane.OneWord;
import org.holdfast.log.Author;
import org.holdfast.presence.Rosters;
import org.holdfast.profile.ShownPeople;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Who types at this node is seen to do so at the others, and the other way round. A hint that is lost is made up for by the next, or by the end of the lease. */
@ApplicationScoped
public class TypingElsewhere {
    private static final String TYPING = "typing";

    private final Backplane backplane;
    private final Rosters rosters;
    private final ShownPeople shown;
    private final long lease;

    @Inject
    public TypingElsewhere(Backplane backplane, Rosters rosters, ShownPeople shown, Settings settings) {
        this.backplane = backplane;
        this.rosters = rosters;
        this.shown = shown;
        this.lease = settings.duration(Setting.TYPING_LEASE);
    }

    /** For the container's proxy. */
    protected TypingElsewhere() {
        backplane = null;
        rosters = null;
        shown = null;
        lease = 0;
    }

    /** From now on. */
    public void begin() {
        rosters.announceTypingTo(this::say);
        backplane.hear(TYPING, this::believe);
    }

    /** Of whoever has stopped no name is told. */
    private void say(long room, Author author, boolean isTyping) {
        backplane.tell(new Hint(TYPING, room + ":" + author.id(), isTyping ? OneWord.of(author.name()) : ""));
    }

    private void believe(Hint hint) {
        String[] about = hint.about().split(":");
        long room = Long.parseLong(about[0]);
        Author author = new Author(Long.parseLong(about[1]), OneWord.read(hint.text()));
        // Where they type may not know yet that they want not to be seen.
        if (hint.text().isEmpty() || shown.isInvisible(author.id())) rosters.stopTypingElsewhere(room, author.id());
        else rosters.typeElsewhere(room, author, Uptime.millis() + lease);
    }
}
