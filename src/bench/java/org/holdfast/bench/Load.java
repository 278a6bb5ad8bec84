package org.holdfast.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The loads on a room of a thousand. */
enum Load {
    SLOW("20/s, even", "20", Pace.even(20), 8, 30),
    BRISK("100/s, even", "100", Pace.even(100), 8, 30),
    FULL("saturation, 64 in flight", "saturation", Pace.window(64), 20, 15);

    static final int SUBSCRIBERS = 1_000;

    /** Saturation first: the even rates find a server that is warm. */
    private static final List<Load> ORDER = List.of(FULL, SLOW, BRISK);

    private final String title;
    private final String file;
    private final Pace pace;
    private final int warmUpSeconds;
    private final int seconds;

    Load(String title, String file, Pace pace, int warmUpSeconds, int seconds) {
        this.title = title;
        this.file = file;
        this.pace = pace;
        this.warmUpSeconds = warmUpSeconds;
        this.seconds = seconds;
    }

    String title() {
        return title;
    }

    static Map<Load, Measured> measureAll(Run run, Options options, String scenario) {
        Map<Load, Measured> measured = new EnumMap<>(Load.class);
        for (Load load : ORDER) measured.put(load, load.measure(run, options, scenario));
        return measured;
    }

    private Measured measure(Run run, Options options, String scenario) {
        return run.measure(scenario + "-" + file, pace, options.seconds(warmUpSeconds), options.seconds(seconds));
    }
}
