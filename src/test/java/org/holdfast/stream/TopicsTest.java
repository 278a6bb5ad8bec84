package org.holdfast.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.AtOnce;
import org.holdfast.account.Login;
import org.holdfast.account.LoginEnded;
import org.holdfast.log.Event;
import org.holdfast.log.RoomLog;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams page, sections 2 and 3. */
class TopicsTest {
    private static final Credentials NOTHING = Credentials.of(Optional.empty(), null);

    @TempDir
    Path folder;

    private TopicServer server;
    private Topic topic;
    private Credentials member;

    @BeforeEach
    void start() {
        server = new TopicServer(
                folder,
                Map.of(
                        "holdfast.topics.max", "3",
                        "holdfast.topic.tokens", "2",
                        "holdfast.streams.rate", "1",
                        "holdfast.streams.burst", "5"));
        topic = server.topic("\"name\": \"clock\"");
        member = Credentials.of(Optional.of(new Login(server.admin, "hash")), null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void refused(Code code, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(error -> {
            Throwable cause = error instanceof CompletionException ? error.getCause() : error;
            assertThat(cause).isInstanceOf(Refusal.class);
            assertThat(((Refusal) cause).code()).isEqualTo(code);
        });
    }

    private static Credentials bearer(String secret) {
        return Credentials.of(Optional.empty(), "bearer " + secret);
    }

    @Test
    void aNameIsTakenOnceAndThereAreOnlySoManyTopics() {
        refused(Code.NAME_TAKEN, () -> server.topic("\"name\": \"clock\""));
        server.topic("\"name\": \"b\"");
        server.topic("\"name\": \"c\", \"durable\": false, \"public\": true, \"publishers\": \"members\"");
        refused(Code.FORBIDDEN, () -> server.topic("\"name\": \"d\""));
        assertThat(server.topics.all()).extracting(Topic::name).containsExactly("b", "c", "clock");
        assertThat(server.topics.find("c"))
                .hasValueSatisfying(c -> assertThat(c.json())
                        .isEqualTo("{\"name\":\"c\",\"log\":" + c.log()
                                + ",\"durable\":false,\"keepEvents\":0,\"keepMillis\":0,\"public\":true,"
                                + "\"publishers\":\"members\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"name\": \"\"",
                "\"name\": \"Clock\"",
                "\"name\": \"../x\"",
                "\"name\": \".x\"",
                "\"name\": \"a b\"",
                "\"name\": \"a\", \"keepEvents\": -1",
                "\"name\": \"a\", \"durable\": \"yes\"",
                "\"name\": \"a\", \"publishers\": \"everybody\""
            })
    void aTopicThatCanNotBeIsRefused(String members) {
        refused(Code.BAD_FIELD, () -> server.topic(members));
    }

    @Test
    void aTokenIsToldOnceAndLetsItsHolderPublishAndReadOneTopic() {
        Topic other = server.topic("\"name\": \"other\"");
        TopicTokens.Issued issued = server.tokens.issue(server.admin, topic, "robot");
        Login holder = server.access.publisher(topic, bearer(issued.secret()));
        assertThat(holder.account().name()).isEqualTo("robot");
        assertThat(holder.account().id()).as("no account has it").isNegative();
        assertThat(server.access.reader(topic, bearer(issued.secret()))).isEqualTo(holder);
        refused(Code.FORBIDDEN, () -> server.access.publisher(other, bearer(issued.secret())));
        refused(Code.FORBIDDEN, () -> server.access.reader(other, bearer(issued.secret())));
        assertThat(server.tokens.of(topic)).singleElement().satisfies(token -> {
            assertThat(token.lastUsedAt()).isPositive();
            assertThat(token.json()).doesNotContain(issued.secret()).doesNotContain(token.hash());
        });
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void ofManyWhoMakeATokenAtOnceNoneIsOverTheLimit() {
        assertThat(AtOnce.failures(8, () -> server.tokens.issue(server.admin, topic, "robot")))
                .hasSize(6)
                .hasOnlyElementsOfType(Refusal.class);
        assertThat(server.tokens.of(topic)).hasSize(2);
    }

    @Test
    void aRevokedTokenIsOfNoUseFromThatMomentOn() {
        TopicTokens.Issued issued = server.tokens.issue(server.admin, topic, "robot");
        server.tokens.issue(server.admin, topic, "another");
        refused(Code.FORBIDDEN, () -> server.tokens.issue(server.admin, topic, "one too many"));
        Login holder = server.access.publisher(topic, bearer(issued.secret()));
        assertThat(server.tokens.revoke(topic, issued.token().id())).isTrue();
        assertThat(server.ended)
                .containsExactly(
                        new LoginEnded(holder.tokenHash(), holder.account().id()));
        refused(Code.LOGIN_REQUIRED, () -> server.access.publisher(topic, bearer(issued.secret())));
        refused(
                Code.LOGIN_REQUIRED,
                () -> TopicServer.done(server.publications.publish(topic, holder, TopicServer.publication(null, 1))));
        assertThat(server.tokens.revoke(topic, issued.token().id())).isFalse();
    }

    @Test
    void whoShowsNothingIsNotToldWhichTopicsThereAre() {
        refused(Code.LOGIN_REQUIRED, () -> server.access.topic("nosuch", NOTHING));
        refused(Code.LOGIN_REQUIRED, () -> server.access.reader(server.access.topic("clock", NOTHING), NOTHING));
        refused(Code.NOT_FOUND, () -> server.access.topic("nosuch", member));
        refused(Code.LOGIN_REQUIRED, () -> server.access.reader(topic, bearer("nonsense")));
        refused(Code.FORBIDDEN, () -> server.access.publisher(topic, member));
        Topic open = server.topic("\"name\": \"open\", \"public\": true, \"publishers\": \"members\"");
        assertThat(server.access.reader(open, NOTHING).isNobody()).isTrue();
        refused(Code.LOGIN_REQUIRED, () -> server.access.publisher(open, NOTHING));
        assertThat(server.access.publisher(open, member).account()).isEqualTo(server.admin);
    }

    @Test
    void theSameIdAgainGivesTheFirstEventAndAnotherContentIsAConflict() {
        Login holder = server.tokens.issue(server.admin, topic, "robot").token().login();
        Event first = publish(topic, holder, "tick-0001", 1);
        assertThat(publish(topic, holder, "tick-0001", 1)).isEqualTo(first);
        refused(Code.CONFLICT, () -> publish(topic, holder, "tick-0001", 2));
        refused(Code.BAD_FIELD, () -> publish(topic, holder, "short", 2));
    }

    @Test
    void whoPublishesFasterThanAllowedIsToldWhenToGoOn() {
        Login holder = server.tokens.issue(server.admin, topic, "robot").token().login();
        for (int n = 0; n < 5; n++) publish(topic, holder, null, n);
        refused(Code.RATE_LIMITED, () -> publish(topic, holder, null, 6));
    }

    @Test
    void anEphemeralTopicKeepsItsNewestUnderAnEpochOfItsOwn() {
        Topic radar = server.topic("\"name\": \"radar\", \"durable\": false, \"keepEvents\": 3");
        Login holder = server.tokens.issue(server.admin, radar, "robot").token().login();
        RoomLog log = server.logs.open(radar);
        for (int n = 0; n < 5; n++) publish(radar, holder, null, n);
        assertThat(log.head()).isEqualTo(5);
        assertThat(log.keptAfter()).isEqualTo(2);
        assertThat(log.after(2, 5).text()).contains("{\"data\":2}").contains("{\"data\":4}");
        assertThat(server.log.store.after(radar.log(), 0, 10)).isEmpty();
        assertThat(server.logs.open(radar)).isSameAs(log);
    }

    private Event publish(Topic to, Login publisher, String id, int data) {
        return TopicServer.done(server.publications.publish(to, publisher, TopicServer.publication(id, data)));
    }
}
