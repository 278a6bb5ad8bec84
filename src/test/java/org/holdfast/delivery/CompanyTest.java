package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.presence.Rosters;
import org.holdfast.presence.Told;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.5: what {@code told} says to the next poll. */
class CompanyTest {
    @TempDir
    Path folder;

    private final Rosters rosters = new Rosters(Settings.of(Map.of()));
    private final Company company = new Company(rosters);
    private DeliveryServer server;
    private Followed account;
    private Followed elder;
    private Followed younger;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
        account = followed();
        elder = followed();
        younger = followed();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPartThatWasToldIsNotToldAgain() {
        elder.tellFrom(1);
        assertThat(told(elder, younger)).containsExactly(1L, 0L);
    }

    /** It comes last, whatever its id. */
    @Test
    void aRoomThatWasJoinedMeanwhileAndIsNotToldYetIsToldNext() {
        younger.tellFrom(1);
        assertThat(told(younger, elder)).startsWith(0L);
        elder.tellFrom(1);
        assertThat(told(younger, elder)).containsExactly(1L, 1L);
    }

    private Followed followed() {
        return new Followed(Start.of(server.log.open(server.log.newLog(1)), null, 0), 0);
    }

    /** By the room that is the elder, then by the younger. */
    private List<Long> told(Followed... inTheirOrder) {
        var logs = new ArrayList<>(List.of(inTheirOrder));
        logs.add(0, account);
        Told told = rosters.told(company.token(logs)).orElseThrow();
        return List.of(told.of(elder.log().id()), told.of(younger.log().id()));
    }
}
