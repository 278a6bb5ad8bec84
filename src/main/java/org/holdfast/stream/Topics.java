package org.holdfast.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Account;
import org.holdfast.log.LogWriter;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** The topics. What is in the database is believed for as long as a login is. */
@ApplicationScoped
public class Topics {
    private final Jdbi jdbi;
    private final LogWriter writer;
    private final int most;
    private final Cache<String, Topic> known;

    @Inject
    public Topics(Jdbi jdbi, LogWriter writer, Settings settings) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.most = settings.number(Setting.TOPICS);
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(settings.duration(Setting.LOGIN_RECHECK), TimeUnit.MILLISECONDS)
                .build();
    }

    /** For the container's proxy. */
    protected Topics() {
        jdbi = null;
        writer = null;
        most = 0;
        known = null;
    }

    /** By name. */
    public List<Topic> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + Topic.COLUMNS + " FROM topic ORDER BY name")
                .map(Topic.FROM_ROW)
                .list());
    }

    public Optional<Topic> find(String name) {
        return Optional.ofNullable(known.get(name, this::read));
    }

    private Topic read(String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + Topic.COLUMNS + " FROM topic WHERE name = :name")
                        .bind("name", name)
                        .map(Topic.FROM_ROW)
                        .findOne()
                        .orElse(null));
    }

    /** The stage may fail with {@code name_taken}, or {@code forbidden} when there are as many as there may be. */
    public CompletionStage<Topic> create(Account creator, TopicDraft draft) {
        return writer.submit(new TopicCreation(creator, draft, most))
                .thenApply(none -> find(draft.name()).orElseThrow());
    }

    void delete(Topic topic) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("DELETE FROM topic_token WHERE topic = ?", topic.log());
            transaction.execute("DELETE FROM topic WHERE log = ?", topic.log());
        });
        known.invalidate(topic.name());
    }

    /** It was deleted by another node. */
    public void forget(long log) {
        known.asMap().values().removeIf(topic -> topic.log() == log);
    }

    public static Refusal notFound() {
        return new Refusal(Code.NOT_FOUND, "There is no topic of that name.");
    }
}
