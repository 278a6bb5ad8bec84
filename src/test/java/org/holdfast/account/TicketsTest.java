package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketsTest {
    @TempDir
    Path folder;

    private House house;
    private Tickets tickets;
    private Login ann;
    private String ticket;

    @BeforeEach
    void open() {
        house = new House(folder);
        tickets = new Tickets(house.jdbi, house.logins, house.tokens, house.clock);
        ann = house.logins.find(house.logins.begin(house.signUp("Ann"), "")).orElseThrow();
        ticket = tickets.issue(ann).text();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itStandsForItsLoginOnceAndForNoMoreThanWriting() {
        var login = tickets.redeem(ticket).orElseThrow();
        assertThat(login.account()).isEqualTo(ann.account());
        assertThat(login.tokenHash()).isEqualTo(ann.tokenHash());
        assertThat(login.scope()).isEqualTo(Scope.WRITE);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void itReachesNoFartherThanTheTokenThatAskedForIt() {
        var secret = house.tokens.issue(ann.account(), "reader", Scope.READ, 0).secret();
        var reader = tickets.issue(house.tokens.find(secret).orElseThrow()).text();
        assertThat(tickets.redeem(reader).orElseThrow().scope()).isEqualTo(Scope.READ);
    }

    @Test
    void itIsOverAfterHalfAMinute() {
        house.clock.pass(Tickets.LIFE.toMillis() - 1);
        var second = tickets.issue(ann).text();
        house.clock.pass(1);
        assertThat(tickets.redeem(ticket)).isEmpty();
        assertThat(tickets.redeem(second)).isPresent();
    }

    @Test
    void itEndsWithItsLogin() {
        house.logins.end(ann);
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void whatIsOverIsNotKept() {
        tickets.deleteExpired();
        assertThat(house.count("ticket")).isEqualTo(1);
        house.clock.pass(Tickets.LIFE.toMillis());
        tickets.deleteExpired();
        assertThat(house.count("ticket")).isZero();
    }

    @RepeatedTest(3)
    void ofManyWhoShowItAtOnceOneComesIn() throws Exception {
        int tries = 4;
        var start = new CyclicBarrier(tries);
        var threads = Executors.newFixedThreadPool(tries);
        try {
            var shown = new ArrayList<Future<Optional<Login>>>();
            for (int n = 0; n < tries; n++) {
                shown.add(threads.submit(() -> {
                    start.await();
                    return tickets.redeem(ticket);
                }));
            }
            int in = 0;
            for (var each : shown) if (each.get().isPresent()) in++;
            assertThat(in).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
