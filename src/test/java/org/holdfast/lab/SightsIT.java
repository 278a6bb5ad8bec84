package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All that there is to look at, once: as no other test does, in Chinese and the dark, where the rooms stand beside the conversation and a
 * panel lies over it. {@link TourPictures} has the rest.
 */
class SightsIT {
    private static final int MESSAGES = 600;

    private static Tour tour;

    @BeforeAll
    static void start() throws IOException {
        tour = new Tour(Site.shared("sights"), 820, 1180);
        tour.begin(MESSAGES);
    }

    @AfterAll
    static void stop() {
        tour.close();
    }

    @Test
    void nothingIsWrongWithAnyView() {
        assertThat(tour.see("zh-CN", List.of(), Pictures::between)).isEmpty();
    }
}
