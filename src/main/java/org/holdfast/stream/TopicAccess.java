package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.holdfast.account.Login;
import org.holdfast.account.Scope;
import org.holdfast.room.Access;
import org.holdfast.room.SitePermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** Who may read a topic, and who may publish to it. */
@ApplicationScoped
public class TopicAccess {
    private final Topics topics;
    private final TopicTokens tokens;
    private final Access access;

    @Inject
    public TopicAccess(Topics topics, TopicTokens tokens, Access access) {
        this.topics = topics;
        this.tokens = tokens;
        this.access = access;
    }

    /** For the container's proxy. */
    protected TopicAccess() {
        topics = null;
        tokens = null;
        access = null;
    }

    /** @throws Refusal {@code not_found}; {@code login_required} for strangers, who are not told which topics there are */
    public Topic topic(String name, Credentials shown) {
        Optional<Topic> topic = topics.find(name);
        if (topic.isPresent()) return topic.get();
        if (shown.login().isEmpty() && holder(shown).isEmpty()) throw loginRequired();
        throw Topics.notFound();
    }

    /**
     * As whom somebody reads: a public topic also as nobody.
     *
     * @throws Refusal {@code login_required} or {@code forbidden}
     */
    public Login reader(Topic topic, Credentials shown) {
        Login reader = identify(topic, shown);
        if (topic.isPublic()) return reader;
        if (reader.isNobody()) throw loginRequired();
        if (!isToken(reader)) access.check(reader.account(), SitePermission.USE_TOPICS);
        return reader;
    }

    /**
     * As whom somebody publishes.
     *
     * @throws Refusal {@code login_required} or {@code forbidden}
     */
    public Login publisher(Topic topic, Credentials shown) {
        Login publisher = identify(topic, shown);
        check(topic, publisher);
        return publisher;
    }

    /** Whether a reader may publish, too. */
    public boolean publishes(Topic topic, Login login) {
        return publishes(topic, login, () -> access.may(login.account().id(), SitePermission.USE_TOPICS));
    }

    private boolean publishes(Topic topic, Login login, BooleanSupplier usesTopics) {
        if (login.isNobody() || !login.scope().covers(Scope.WRITE)) return false;
        if (isToken(login)) return isOf(topic, tokens.ofHash(login.tokenHash()));
        return topic.publishers() == Publishers.MEMBERS && usesTopics.getAsBoolean();
    }

    /** @throws Refusal {@code login_required} or {@code forbidden} */
    void check(Topic topic, Login login) {
        throwUnless(publishes(topic, login), login);
    }

    /** Asked again at the moment of the commit: a token may have been revoked since. */
    void check(Handle transaction, Topic topic, Login login) {
        long account = login.account().id();
        throwUnless(publishes(topic, login, () -> access.may(transaction, account, SitePermission.USE_TOPICS)), login);
    }

    private static void throwUnless(boolean publishes, Login login) {
        if (publishes) return;
        if (login.isNobody()) throw loginRequired();
        if (isToken(login)) throw unknownToken();
        throw new Refusal(Code.FORBIDDEN, "Only who has a token of this topic publishes here.");
    }

    private Login identify(Topic topic, Credentials shown) {
        if (shown.bearer().isEmpty()) return shown.login().orElse(Login.NOBODY);
        TopicToken token = holder(shown).orElseThrow(TopicAccess::unknownToken);
        if (!isOf(topic, Optional.of(token))) throw new Refusal(Code.FORBIDDEN, "This token is for another topic.");
        return token.login();
    }

    private Optional<TopicToken> holder(Credentials shown) {
        return shown.bearer().flatMap(tokens::find);
    }

    private static boolean isToken(Login login) {
        return login.account().id() < 0;
    }

    private static boolean isOf(Topic topic, Optional<TopicToken> token) {
        return token.isPresent() && token.get().topic() == topic.log();
    }

    private static Refusal unknownToken() {
        return new Refusal(Code.LOGIN_REQUIRED, "This token is not valid, or not any more.");
    }

    private static Refusal loginRequired() {
        return new Refusal(Code.LOGIN_REQUIRED, "Sign in, or show a token of this topic.");
    }
}
