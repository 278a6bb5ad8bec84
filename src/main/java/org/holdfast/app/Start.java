package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.backplane.Backplane;
import org.holdfast.delivery.ConnectionsEverywhere;
import org.holdfast.delivery.Elsewhere;
import org.holdfast.delivery.Fanout;
import org.holdfast.delivery.LoginWatch;
import org.holdfast.delivery.Neighbours;
import org.holdfast.delivery.PresenceElsewhere;
import org.holdfast.delivery.ProfileWatch;
import org.holdfast.delivery.TypingElsewhere;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.search.Indexer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Opens the house, and says where it is. */
@ApplicationScoped
public class Start {
    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject
    private Settings settings;

    @Inject
    private LogWriter writer;

    @Inject
    private Fanout fanout;

    @Inject
    private Neighbours neighbours;

    @Inject
    private Elsewhere elsewhere;

    @Inject
    private PresenceElsewhere presences;

    @Inject
    private TypingElsewhere typing;

    @Inject
    private ConnectionsEverywhere connections;

    @Inject
    private LoginWatch loginWatch;

    @Inject
    private ProfileWatch profileWatch;

    @Inject
    private Backplane backplane;

    @Inject
    private Indexer indexer;

    void open(@Observes @Initialized(ApplicationScoped.class) Object context) {
        Consumer<List<Event>> followers = fanout::grew;
        writer.announceTo(followers.andThen(indexer::grew));
        writer.announceElsewhereTo(neighbours::tell);
        neighbours.begin();
        elsewhere.begin();
        presences.begin();
        typing.begin();
        connections.begin();
        loginWatch.begin(backplane);
        profileWatch.begin(backplane);
        LOG.log(Level.INFO, "Settings:" + System.lineSeparator() + settings.printed());
    }

    /** See {@link Opening}. */
    void announce() {
        LOG.log(
                Level.INFO,
                "Holdfast is ready" + address() + ". Its data: "
                        + DatabaseChoice.of(settings).name());
    }

    private String address() {
        String url = settings.text(Setting.URL);
        return url.isEmpty() ? "" : " at " + url;
    }
}
