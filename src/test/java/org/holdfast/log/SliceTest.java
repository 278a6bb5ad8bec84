package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
    @Test
    void framesAreJoinedUpToTheLengthBracketsIncluded() {
        List<String> frames = Collections.nCopies(10, "12345678");
        // [12345678,12345678] has 19 characters.
        assertThat(Slice.join(100, frames, 19)).isEqualTo(new Slice(100, 102, "[12345678,12345678]", true));
        assertThat(Slice.join(100, frames, 18).to()).isEqualTo(101);
        assertThat(Slice.join(100, frames, 1_000).to()).isEqualTo(110);
        for (int most = 10; most < 100; most++)
            assertThat(Slice.join(0, frames, most).text()).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void oneFrameIsTakenWhateverItsLength() {
        assertThat(Slice.join(7, List.of("x".repeat(5_000), "y"), 10))
                .isEqualTo(new Slice(7, 8, "[" + "x".repeat(5_000) + "]", true));
    }

    @Test
    void theInnerTextJoinsWithOthers() {
        assertThat(Slice.join(0, List.of("1", "2"), 100).inner()).isEqualTo("1,2");
    }
}
