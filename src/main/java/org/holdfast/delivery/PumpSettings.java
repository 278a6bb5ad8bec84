package org.holdfast.delivery;

import java.util.function.Consumer;
import org.holdfast.log.Pages;
import org.holdfast.presence.Rosters;

/**
 * What all pumps have in common.
 *
 * @param mostChars the length from which on a text takes no more frames
 */
record PumpSettings(Pages pages, Rosters rosters, int mostChars) {
    Pump pump(Connection connection, Consumer<Throwable> failed, Consumer<Followed> over) {
        return new Pump(connection, pages, new Company(rosters), mostChars, failed, over);
    }
}
