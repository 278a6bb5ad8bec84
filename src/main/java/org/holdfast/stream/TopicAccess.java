package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.holdfast.account.Login;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Who may read a topic, and who may publish to it. */
@ApplicationScoped
public class TopicAccess {
    private final Topics topics;
    private final TopicTokens tokens;

    @Inject
    public TopicAccess(Topics topics, TopicTokens tokens) {
        this.topics = topics;
        this.tokens = tokens;
    }

    /** For the container's proxy. */
    protected TopicAccess() {
        topics = null;
        tokens = null;
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
        if (reader.isNobody() && !topic.isPublic()) throw loginRequired();
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
        if (login.isNobody()) return false;
        return isToken(login) ? isOf(topic, tokens.ofHash(login.tokenHash())) : isForMembers(topic);
    }

    /**
     * Asked again at the moment of the commit: a token may have been revoked since.
     *
     * @throws Refusal {@code login_required} or {@code forbidden}
     */
    void check(Topic topic, Login login) {
        if (login.isNobody()) throw loginRequired();
        if (publishes(topic, login)) return;
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

    private static boolean isForMembers(Topic topic) {
        return topic.publishers() == Publishers.MEMBERS;
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
