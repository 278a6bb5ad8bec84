package org.holdfast.file;

import org.holdfast.wire.JsonText;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * A file that somebody brought into a room.
 *
 * @param id unguessable; the only name under which it can be asked for
 * @param account who brought it
 * @param name as a person reads it, never a path
 * @param size in bytes
 * @param width in pixels, of an image that can be shown; 0: it is none
 * @param hash of its content, which it is kept under
 */
public record StoredFile(
        String id,
        long room,
        long account,
        String name,
        String type,
        long size,
        int width,
        int height,
        String hash,
        FileState state) {

    static final RowMapper<StoredFile> FROM_ROW = (row, context) -> new StoredFile(
            row.getString("id"),
            row.getLong("room"),
            row.getLong("account"),
            row.getString("name"),
            row.getString("type"),
            row.getLong("size_bytes"),
            row.getInt("width"),
            row.getInt("height"),
            row.getString("hash"),
            FileState.of(row.getString("state")));

    StoredFile shown(ImageSize seen) {
        return new StoredFile(id, room, account, name, type, size, seen.width(), seen.height(), hash, state);
    }

    public boolean isImage() {
        return width > 0;
    }

    /** The <i>file</i> of protocol section 6.3. The same for ever: a message that is sent again is compared with its first time. */
    public String json() {
        return "{\"id\":\"" + id + "\",\"name\":" + JsonText.quote(name) + ",\"type\":" + JsonText.quote(type)
                + ",\"size\":" + size + (isImage() ? ",\"width\":" + width + ",\"height\":" + height : "") + "}";
    }
}
