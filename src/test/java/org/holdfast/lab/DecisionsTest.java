package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nothing can be asked of the server of which it was not decided who may. */
class DecisionsTest {
    @Test
    void eachRouteAndCommandHasItsRowInTheTable() {
        assertThat(Decisions.complete())
                .as("the rows of Decisions, and what the classes of the server answer")
                .containsExactlyInAnyOrderElementsOf(new Routes().all())
                .hasSizeGreaterThan(40);
    }

    @Test
    void noServletHidesWhereItIs() {
        assertThat(new Routes().hasServletWithoutPatterns()).isFalse();
    }
}
