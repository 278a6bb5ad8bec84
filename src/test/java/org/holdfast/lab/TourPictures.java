package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that there is to look at, in each language, size and scheme of colours, in {@code target/tour}. Asked for by its name alone; with
 * {@code -Dtour.sights=search,line} only those.
 */
class TourPictures {
    private static final int MESSAGES = 3_000;
    private static final String ASKED = System.getProperty("tour.sights", "");

    private static Tour tour;

    @BeforeAll
    static void start() throws IOException {
        tour = new Tour(new PayaraMicro("tour"), 1440, 900);
        tour.begin(MESSAGES);
    }

    @AfterAll
    static void stop() {
        tour.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void nothingIsWrongWithAnyView(String locale) {
        var asked = ASKED.isEmpty() ? List.<String>of() : List.of(ASKED.split(","));
        assertThat(tour.see(locale, asked, (page, name) -> Pictures.tour(page, name + "-" + locale.substring(0, 2))))
                .isEmpty();
    }
}
