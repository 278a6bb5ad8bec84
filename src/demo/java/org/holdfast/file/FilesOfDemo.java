package org.holdfast.file;

import org.holdfast.room.Access;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** The files without a container: their folder is known to this package alone. */
public final class FilesOfDemo {
    private FilesOfDemo() {}

    public static RoomFiles in(Jdbi jdbi, Access access, Settings settings) {
        FileFolder folder = new FileFolder(settings);
        return new RoomFiles(jdbi, folder, new Pictures(folder, settings), access, settings);
    }
}
