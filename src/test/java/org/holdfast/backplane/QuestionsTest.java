package org.holdfast.backplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.db.RealPostgreSql;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Nodes ask each other, over a real PostgreSQL. */
class QuestionsTest {
    private static final List<String> MANY = IntStream.range(0, 300)
            .mapToObj(n -> n + " \u2028 博 " + "x".repeat(200))
            .toList();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Backplane> backplanes = new ArrayList<>();

    @AfterEach
    void stop() {
        backplanes.forEach(Backplane::close);
        threads.shutdownNow();
    }

    private Questions node(String name, Function<String, List<String>> answerer) {
        var source = new PGSimpleDataSource();
        DatabaseAddress address = RealPostgreSql.schema("questions");
        source.setUrl(address.url());
        source.setUser(address.user());
        var backplane = new PostgresBackplane(Jdbi.create(source), source, threads);
        backplanes.add(backplane);
        var questions = new Questions(backplane, "test", name, answerer);
        questions.begin();
        return questions;
    }

    /** A node hears from a moment after its start on. */
    private static Answers answersOf(Questions one, String text, String... nodes) {
        return await().until(
                        () -> one.ask(text),
                        answers -> answers.byNode().keySet().equals(Set.of(nodes)));
    }

    @Test
    void eachNodeAnswersInAsManyLinesAsItLikes() {
        var ann = node("ann", text -> List.of());
        node("bob", text -> MANY);
        node("carl", text -> List.of("heard " + text, ""));
        node("dora", text -> List.of());
        var answers = answersOf(ann, "this?", "bob", "carl", "dora");
        assertThat(answers.byNode().get("bob")).isEqualTo(MANY);
        assertThat(answers.byNode().get("carl")).containsExactly("heard this?", "");
        assertThat(answers.byNode().get("dora")).isEmpty();
        assertThat(answers.silent()).isEmpty();
    }

    @Test
    void whoHasAnsweredAndDoesNotAnyMoreIsNamed() {
        var ann = node("ann", text -> List.of());
        var isBroken = new AtomicBoolean();
        node("bob", text -> {
            if (isBroken.get()) throw new IllegalStateException("as a node that hangs");
            return List.of("here");
        });
        node("carl", text -> List.of("here"));
        answersOf(ann, "who?", "bob", "carl");
        isBroken.set(true);
        var answers = ann.ask("who?");
        assertThat(answers.byNode()).containsOnlyKeys("carl");
        assertThat(answers.silent()).containsExactly("bob");
    }

    @Test
    void anAnswerThatLacksALineIsNone() {
        var gathering = new Gathering(Set.of("bob"));
        gathering.size("bob", 2);
        gathering.line("bob", 1, "the second");
        gathering.line("bob", 1, "the second, once more");
        assertThat(gathering.answers().byNode()).isEmpty();
        assertThat(gathering.answers().silent()).containsExactly("bob");
        gathering.line("bob", 0, "the first");
        assertThat(gathering.answers().byNode()).containsKey("bob");
    }

    @Test
    void whoIsAloneAsksNobody() {
        var questions = new Questions(Backplane.LOCAL, "test", "ann", text -> List.of());
        questions.begin();
        assertThat(questions.ask("anybody?").byNode()).isEmpty();
    }
}
