package org.holdfast.room;

import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code holdfast.rooms.per.account}. */
class MostRoomsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account ann;
    private Account mallory;

    @BeforeEach
    void start() {
        server = new RoomServer(folder, 20, Settings.of(Map.of("holdfast.rooms.per.account", "2")));
        ann = server.account("ann");
        mallory = server.account("mallory");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void open(Account by, String other) {
        done(server.directs.open(by, List.of(server.account(other).id(), ann.id())));
    }

    @Test
    void nobodyIsInMoreThanSoMany() {
        done(server.create(ann, "one", ""));
        done(server.create(ann, "two", ""));
        refused(Code.FORBIDDEN, () -> server.create(ann, "three", ""));
        long other = done(server.create(mallory, "another", ""));
        refused(Code.FORBIDDEN, () -> server.rooms.join(ann, other));
    }

    @Test
    void whoIsBroughtIntoDirectRoomsHasAllPlacesLeftAndNobodyOpensTooMany() {
        open(mallory, "ben");
        open(mallory, "cleo");
        done(server.create(ann, "one", ""));
        done(server.create(ann, "two", ""));
        refused(
                Code.FORBIDDEN,
                () -> server.directs.open(
                        mallory, List.of(ann.id(), server.account("dora").id())));
        open(ann, "emil");
    }
}
