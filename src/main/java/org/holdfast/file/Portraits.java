package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** The pictures by which people are shown: squares that were made here, each kept under the hash of what they are. */
@ApplicationScoped
public class Portraits {
    /** In pixels: sharp at the largest that it is shown, on a screen of two to one. */
    static final int SIDE = 256;

    private static final long MOST_BYTES = 10_000_000;

    /** A second would only take the place of the first. */
    private static final int UPLOADS_PER_ACCOUNT = 1;

    private final FileStore store;
    private final FileFolder folder;
    private final Pictures pictures;
    private final Settings settings;
    private final Uploads uploads;

    @Inject
    public Portraits(Jdbi jdbi, FileFolder folder, Pictures pictures, Settings settings) {
        this.store = new FileStore(jdbi);
        this.folder = folder;
        this.pictures = pictures;
        this.settings = settings;
        this.uploads = new Uploads(settings.number(Setting.FILES_UPLOADS), UPLOADS_PER_ACCOUNT);
    }

    /** For the container's proxy. */
    protected Portraits() {
        store = null;
        folder = null;
        pictures = null;
        settings = null;
        uploads = null;
    }

    /**
     * Blocks for as long as its sender takes.
     *
     * @param row writes down whose it is, by its hash: first, lest it be taken away with an older one that is the same
     * @throws Refusal {@code busy}, {@code too_big}, {@code unsupported_type}
     */
    public void take(long account, InputStream content, Consumer<String> row) {
        Refusal tooBig = new Refusal(Code.TOO_BIG, "A picture has at most " + MOST_BYTES / 1_000_000 + " MB.");
        Arrival.Limits limits = new Arrival.Limits(MOST_BYTES, tooBig, settings.duration(Setting.FILES_TIME));
        try (Uploads.Place place = uploads.begin(account);
                Arrival arrived = Arrival.of(content, folder.arriving(), limits)) {
            keep(square(arrived), limits, row);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private Path square(Arrival arrived) {
        return pictures.square(arrived, MediaType.of(arrived.path(), FileName.of("picture")), SIDE)
                .orElseThrow(() -> new Refusal(
                        Code.UNSUPPORTED_TYPE,
                        "A picture is a PNG, JPEG, GIF or WebP that can be read, and not too large."));
    }

    private void keep(Path made, Arrival.Limits limits, Consumer<String> row) throws IOException {
        try (InputStream content = Files.newInputStream(made);
                Arrival square = Arrival.of(content, folder.arriving(), limits)) {
            row.accept(square.hash());
            folder.keep(square.path(), folder.path(square.hash()));
        } finally {
            Files.deleteIfExists(made);
        }
    }

    public Path content(String hash) {
        return folder.path(hash);
    }

    /** Takes a content away, unless somebody has it after all. */
    public void drop(String hash) {
        if (!store.isUsed(hash)) folder.drop(hash, () -> store.isUsed(hash));
    }
}
