package org.holdfast.delivery;

import java.util.function.Consumer;
import org.holdfast.log.Pages;

/**
 * What all pumps have in common.
 *
 * @param mostChars the length from which on a text takes no more frames
 */
record PumpSettings(Pages pages, int mostChars) {
    Pump pump(Connection connection, Consumer<Throwable> failed, Consumer<Followed> over) {
        return new Pump(connection, pages, mostChars, failed, over);
    }
}
