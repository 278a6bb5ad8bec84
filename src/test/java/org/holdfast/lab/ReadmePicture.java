package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A picture in {@code src/docs/pictures}. With {@code -Dpictures.readme=true} it is taken anew. */
final class ReadmePicture {
    private static final Path FOLDER = Path.of("src", "docs", "pictures");

    /** Two pictures of the same page differ by 0.005, in its times and names; of one that looks otherwise, by 0.02 and more. */
    private static final double MOST_DIFFERENT = 0.012;

    private ReadmePicture() {}

    /** That it shows what was photographed by this name just now. */
    static void isStillOf(String name) throws IOException {
        var picture = FOLDER.resolve(name + ".png");
        if (Boolean.getBoolean("pictures.readme"))
            Files.copy(Pictures.of(name), picture, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Likeness.difference(Pictures.of(name), picture))
                .as("%s shows what was: take it anew, by -Dpictures.readme=true", picture)
                .isLessThan(MOST_DIFFERENT);
    }
}
