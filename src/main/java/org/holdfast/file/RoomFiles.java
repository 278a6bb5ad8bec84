package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import org.holdfast.account.Account;
import org.holdfast.account.Secret;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Takes files into rooms, and gives them to whoever may read there. */
@ApplicationScoped
public class RoomFiles {
    private static final long MEGABYTE = 1_000_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final int MOST_SWEPT = 10_000;

    private final FileStore store;
    private final FileFolder folder;
    private final Pictures pictures;
    private final Access access;
    private final Settings settings;
    private final Uploads uploads;

    @Inject
    public RoomFiles(Jdbi jdbi, FileFolder folder, Pictures pictures, Access access, Settings settings) {
        this.store = new FileStore(jdbi);
        this.folder = folder;
        this.pictures = pictures;
        this.access = access;
        this.settings = settings;
        this.uploads =
                new Uploads(settings.number(Setting.FILES_UPLOADS), settings.number(Setting.FILES_UPLOADS_PER_ACCOUNT));
    }

    /** For the container's proxy. */
    protected RoomFiles() {
        store = null;
        folder = null;
        pictures = null;
        access = null;
        settings = null;
        uploads = null;
    }

    /**
     * Takes one in, to be posted by the same account. Blocks for as long as its sender takes.
     *
     * @param said how many bytes there will be; less than 0: it is not said
     * @throws Refusal {@code not_found}, {@code forbidden}, {@code busy}, {@code too_big}, {@code quota_exceeded}, {@code unsupported_type}
     */
    public StoredFile upload(Account account, long room, String name, InputStream content, long said) {
        access.check(account, room, RoomPermission.POST);
        Arrival.Limits limits = limits(account);
        if (said > limits.bytes()) throw limits.tooMany();
        try (Uploads.Place place = uploads.begin(account.id());
                Arrival arrived = Arrival.of(content, folder.arriving(), limits)) {
            return keep(account, room, FileName.of(name), arrived);
        }
    }

    private Arrival.Limits limits(Account account) {
        long most = settings.number(Setting.FILES_SIZE) * MEGABYTE;
        long left = quota() == 0 ? Long.MAX_VALUE : Math.max(0, quota() - store.used(account.id()));
        Refusal refusal = left < most
                ? beyondQuota()
                : new Refusal(Code.TOO_BIG, "A file has at most " + most / MEGABYTE + " MB.");
        return new Arrival.Limits(Math.min(most, left), refusal, settings.duration(Setting.FILES_TIME));
    }

    private StoredFile keep(Account account, long room, FileName name, Arrival arrived) {
        MediaType type = MediaType.of(arrived.path(), name);
        if (name.claimsImage() && !type.isImage())
            throw new Refusal(Code.UNSUPPORTED_TYPE, "This is not the image that its name says.");
        StoredFile file = new StoredFile(
                Secret.next().text(),
                room,
                account.id(),
                name.text(),
                type.name(),
                arrived.size(),
                0,
                0,
                arrived.hash(),
                FileState.WAITING);
        // The row first: a content that no row names would stay for ever, or be swept away with an older one that is
        // the same; a row without a content goes with the sweep.
        store.insert(file, System.currentTimeMillis());
        checkQuota(file);
        return keep(file, type, arrived);
    }

    private StoredFile keep(StoredFile file, MediaType type, Arrival arrived) {
        try {
            StoredFile shown = file.shown(pictures.make(arrived, type));
            store.measure(shown);
            folder.keep(arrived.path(), folder.path(arrived.hash()));
            return shown;
        } catch (RuntimeException failed) {
            // It takes up no room of its owner's.
            store.delete(file.id());
            throw failed;
        }
    }

    /** Once more: others of the same account may have arrived meanwhile. Of two that are too much together neither may stay. */
    private void checkQuota(StoredFile file) {
        if (quota() == 0 || store.used(file.account()) <= quota()) return;
        store.delete(file.id());
        folder.drop(file.hash(), () -> store.isUsed(file.hash()));
        throw beyondQuota();
    }

    private long quota() {
        return settings.number(Setting.FILES_QUOTA) * MEGABYTE;
    }

    private static Refusal beyondQuota() {
        return new Refusal(Code.QUOTA_EXCEEDED, "Your files take up all the room that you have.");
    }

    /** @throws Refusal {@code not_found}: there is none for this account at this moment */
    public StoredFile find(Account account, long room, String id) {
        access.check(account, room, RoomPermission.READ);
        return store.find(id)
                .filter(file -> file.room() == room && isFor(account, file))
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such file here."));
    }

    private static boolean isFor(Account account, StoredFile file) {
        return switch (file.state()) {
            case WAITING -> file.account() == account.id();
            case POSTED -> true;
            case GONE -> false;
        };
    }

    /** Where its content is. */
    public Path content(StoredFile file) {
        return folder.path(file.hash());
    }

    /** Where a smaller copy of an image is. @throws Refusal {@code not_found}: it is none */
    public Path picture(StoredFile file, PictureSize size) {
        if (!file.isImage()) throw new Refusal(Code.NOT_FOUND, "This file is not shown as an image.");
        return folder.path(file.hash(), size);
    }

    /** Takes away what was not posted within a day, and what was deleted; at most so many. */
    void sweep(long now) {
        for (StoredFile file : store.needless(now - DAY_MILLIS, MOST_SWEPT))
            if (store.deleteIfStill(file) && !store.isUsed(file.hash()))
                folder.drop(file.hash(), () -> store.isUsed(file.hash()));
        folder.clear(now - DAY_MILLIS);
    }
}
