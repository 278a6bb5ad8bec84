package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Patience;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGSTOP, at the protocol's own timings: for less than a client waits, and for more. */
@EnabledIfSystemProperty(named = "faults.full", matches = "true", disabledReason = "it takes minutes")
class PausedIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int PEOPLE = 6;

    private final PayaraMicro server = new PayaraMicro("paused").with("holdfast.commands.rate", "0");
    private List<ChatClient> clients;
    private long room;

    @BeforeEach
    void meet() {
        server.start();
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> Person.signUp(server.uri(), "person " + n))
                .toList();
        room = people.get(0).createRoom("standstill");
        people.subList(1, PEOPLE).forEach(person -> person.join(room));
        clients = people.stream()
                .map(person -> person.client(Patience.PROTOCOL).connect())
                .toList();
        await().atMost(LIMIT).until(() -> clients.stream().allMatch(ChatClient::isLive));
    }

    @AfterEach
    void part() {
        clients.forEach(ChatClient::close);
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"30, false", "70, true"})
    void nothingIsLostWhenTheServerStandsStillSoManySeconds(int seconds, boolean givenUp) {
        talk();
        server.pause();
        talk();
        await().atMost(LIMIT).pollDelay(Duration.ofSeconds(seconds)).until(() -> true);
        server.proceed();
        talk();
        await().atMost(LIMIT)
                .until(() -> clients.stream().allMatch(client -> client.outbox().isEmpty()));
        await().atMost(LIMIT).untilAsserted(() -> Oracle.assertHolds(room, clients));
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.closeCodes().isEmpty()).isEqualTo(!givenUp));
    }

    private void talk() {
        for (var client : clients)
            for (int n = 0; n < 50; n++) client.post(room, client.person().name() + " says " + n);
    }
}
