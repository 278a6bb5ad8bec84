package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import org.holdfast.account.AccessTokens;
import org.holdfast.account.AccountChanged;
import org.holdfast.account.AccountChanges;
import org.holdfast.account.LoginEnded;
import org.holdfast.account.LoginSessions;
import org.holdfast.account.Role;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.Hint;
import org.holdfast.backplane.OneWord;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.stream.TopicEnded;
import org.holdfast.stream.TopicTokens;
import org.holdfast.stream.Topics;

/** What ends or changes at this node does so at the others, and the other way round: logins, topics, an account's rights, how people show themselves, a session's older connection. */
@ApplicationScoped
public class Elsewhere {
    private static final String LOGIN = "login";
    private static final String TOPIC = "topic";
    private static final String ACCOUNT = "account";
    private static final String SESSION = "session";
    private static final String PROFILE = "profile";

    @Inject
    private Backplane backplane;

    @Inject
    private ConnectionRegistry registry;

    @Inject
    private LoginSessions logins;

    @Inject
    private TopicTokens topicTokens;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Topics topics;

    @Inject
    private AccountChanges accounts;

    @Inject
    private Event<LoginEnded> loginEnded;

    @Inject
    private Event<TopicEnded> topicEnded;

    @Inject
    private Event<AccountChanged> accountChanged;

    @Inject
    private Event<ProfileChanged> profileChanged;

    /** From now on. */
    public void begin() {
        registry.announceTurnsTo(this::tellTurn);
        backplane.hear(LOGIN, hint -> end(new LoginEnded(hint.about(), Long.parseLong(hint.text()))));
        backplane.hear(TOPIC, hint -> endTopic(Long.parseLong(hint.about())));
        backplane.hear(ACCOUNT, this::changeAccount);
        backplane.hear(SESSION, this::replace);
        backplane.hear(PROFILE, this::changeProfile);
    }

    void tell(@Observes LoginEnded login, EventMetadata event) {
        tell(event, new Hint(LOGIN, login.tokenHash(), "" + login.account()));
    }

    void tell(@Observes TopicEnded topic, EventMetadata event) {
        tell(event, new Hint(TOPIC, "" + topic.log(), ""));
    }

    void tell(@Observes AccountChanged change, EventMetadata event) {
        String now = change.role().wireName() + " " + change.isDisabled();
        tell(event, new Hint(ACCOUNT, "" + change.account(), now));
    }

    void tell(@Observes ProfileChanged change, EventMetadata event) {
        tell(event, new Hint(PROFILE, "" + change.account(), "" + change.isRenamed()));
    }

    private void tell(EventMetadata event, Hint hint) {
        if (!event.getQualifiers().contains(FromElsewhere.Literal.INSTANCE)) backplane.tell(hint);
    }

    /** Not of polls: each is a connection, and over soon. */
    private void tellTurn(Subscriber subscriber) {
        if (!subscriber.connection().isLasting()) return;
        String about = subscriber.login().account().id() + ":" + OneWord.of(subscriber.session());
        backplane.tell(new Hint(SESSION, about, "" + subscriber.turn()));
    }

    /** Before anybody is sent away, who would come back with it: it is not believed any more. */
    void end(LoginEnded login) {
        logins.forget(login.tokenHash());
        topicTokens.forget(login.tokenHash());
        accessTokens.forget(login.tokenHash());
        loginEnded.select(FromElsewhere.Literal.INSTANCE).fire(login);
    }

    private void endTopic(long log) {
        topics.forget(log);
        topicEnded.select(FromElsewhere.Literal.INSTANCE).fire(new TopicEnded(log));
    }

    private void changeAccount(Hint hint) {
        String[] now = hint.text().split(" ");
        AccountChanged change =
                new AccountChanged(Long.parseLong(hint.about()), Role.of(now[0]), Boolean.parseBoolean(now[1]));
        accounts.forget(change.account());
        accountChanged.select(FromElsewhere.Literal.INSTANCE).fire(change);
    }

    private void changeProfile(Hint hint) {
        ProfileChanged change = new ProfileChanged(Long.parseLong(hint.about()), Boolean.parseBoolean(hint.text()));
        profileChanged.select(FromElsewhere.Literal.INSTANCE).fire(change);
    }

    private void replace(Hint hint) {
        String[] about = hint.about().split(":");
        registry.replaceBefore(Long.parseLong(about[0]), OneWord.read(about[1]), Long.parseLong(hint.text()));
    }
}
