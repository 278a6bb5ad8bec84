package org.holdfast.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.account.LoginEnded;
import org.holdfast.account.Secret;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** The tokens of the topics. The database knows; what it said last is believed for as long as of a login. */
@ApplicationScoped
public class TopicTokens {
    /**
     * A token that was just made.
     *
     * @param secret told to whoever asked for it, and never again
     */
    public record Issued(TopicToken token, String secret) {
        /** Not the secret: records print themselves into logs. */
        @Override
        public String toString() {
            return "Issued " + token.id();
        }
    }

    private static final int MOST_KNOWN = 10_000;

    private final TokenStore store;
    private final Consumer<LoginEnded> ended;
    private final int mostPerTopic;
    private final Cache<String, TopicToken> known;

    @Inject
    public TopicTokens(Jdbi jdbi, Settings settings, Event<LoginEnded> ended) {
        this(jdbi, settings, ended::fire);
    }

    TopicTokens(Jdbi jdbi, Settings settings, Consumer<LoginEnded> ended) {
        this.store = new TokenStore(jdbi);
        this.ended = ended;
        this.mostPerTopic = settings.number(Setting.TOPIC_TOKENS);
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterWrite(settings.duration(Setting.LOGIN_RECHECK), TimeUnit.MILLISECONDS)
                .build();
    }

    /** For the container's proxy. */
    protected TopicTokens() {
        store = null;
        ended = null;
        mostPerTopic = 0;
        known = null;
    }

    /** @throws Refusal {@code bad_field}, or {@code forbidden} when the topic has as many as it may */
    public Issued issue(Account creator, Topic topic, String name) {
        Name checked = Name.of("name", name);
        Secret secret = Secret.next();
        TopicToken token = new TopicToken(0, secret.hash(), topic.log(), checked.text(), System.currentTimeMillis(), 0);
        return new Issued(store.insert(token, creator.id(), mostPerTopic), secret.text());
    }

    public List<TopicToken> of(Topic topic) {
        return store.of(topic.log());
    }

    /** The token that a secret stands for, if it is valid. */
    public Optional<TopicToken> find(String secret) {
        Secret presented = new Secret(secret);
        return presented.isWellFormed() ? ofHash(presented.hash()) : Optional.empty();
    }

    /** Loaded inside the cache's lock for the key: a revocation that comes meanwhile removes what was loaded before it. */
    Optional<TopicToken> ofHash(String hash) {
        return Optional.ofNullable(known.get(hash, store::used));
    }

    /** It was revoked by another node. */
    public void forget(String hash) {
        known.invalidate(hash);
    }

    /** Who published with it is heard no more, on any connection. @return false: there is none of that number */
    public boolean revoke(Topic topic, long id) {
        Optional<TopicToken> revoked = store.delete(topic.log(), id);
        revoked.ifPresent(token -> {
            known.invalidate(token.hash());
            ended.accept(new LoginEnded(token.hash(), token.login().account().id()));
        });
        return revoked.isPresent();
    }
}
