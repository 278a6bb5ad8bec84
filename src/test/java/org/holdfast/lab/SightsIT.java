package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What no other test looks at, once: in Chinese and the dark, where the rooms stand beside the conversation and a panel lies over it.
 * {@link TourPictures} has all views in all sizes.
 */
class SightsIT {
    private static final int MESSAGES = 600;

    private static final Stream<String> USUAL = Stream.of(
            "arabic",
            "overflowing",
            "thread",
            "room-settings",
            "add-people",
            "room-menu",
            "switcher",
            "line",
            "shortcuts",
            "settings",
            "browse-rooms",
            "new-room",
            "write-to",
            "emoji",
            "emoji-all",
            "message-edit",
            "answering",
            "completion",
            "formatting",
            "long-draft");
    private static final List<String> NAMES =
            Stream.concat(USUAL, RareSight.ALL.stream().map(Sight::name)).toList();

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
        assertThat(tour.see("zh-CN", NAMES, Pictures::look)).isEmpty();
    }
}
