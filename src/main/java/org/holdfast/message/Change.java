package org.holdfast.message;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.log.Author;
import org.holdfast.wire.JsonText;

/**
 * What became of a message: protocol section 6.4.
 *
 * @param text null: that of its event
 * @param editedAt milliseconds since 1970; 0: never
 */
public record Change(
        long message,
        String text,
        long editedAt,
        boolean isDeleted,
        boolean isPinned,
        List<Reaction> reactions,
        Replies replies) {
    /**
     * One emoji at a message.
     *
     * @param people the first that put it
     * @param mine whether the one who asks did
     */
    public record Reaction(String emoji, int count, boolean mine, List<Author> people) {
        String json() {
            String names = people.stream()
                    .map(one -> "{\"id\":" + one.id() + ",\"name\":" + JsonText.quote(one.name()) + "}")
                    .collect(Collectors.joining(",", "[", "]"));
            return "{\"emoji\":" + JsonText.quote(emoji) + ",\"count\":" + count + ",\"mine\":" + mine + ",\"people\":"
                    + names + "}";
        }
    }

    /**
     * The thread that began with a message.
     *
     * @param last when the newest came, in milliseconds since 1970
     */
    public record Replies(int count, long last) {
        static final Replies NONE = new Replies(0, 0);

        String json() {
            return count == 0 ? "" : ",\"replies\":{\"count\":" + count + ",\"last\":" + last + "}";
        }
    }

    static Change none(long message) {
        return new Change(message, null, 0, false, false, List.of(), Replies.NONE);
    }

    Change with(List<Reaction> added) {
        return new Change(message, text, editedAt, isDeleted, isPinned, added, replies);
    }

    Change with(Replies added) {
        return new Change(message, text, editedAt, isDeleted, isPinned, reactions, added);
    }

    public String json() {
        StringBuilder json = new StringBuilder("{\"message\":").append(message);
        if (isDeleted) return json.append(",\"deleted\":true}").toString();
        if (text != null) json.append(",\"text\":").append(JsonText.quote(text));
        if (editedAt > 0) json.append(",\"editedAt\":").append(editedAt);
        if (isPinned) json.append(",\"pinned\":true");
        return json.append(",\"reactions\":")
                .append(reactions.stream().map(Reaction::json).collect(Collectors.joining(",", "[", "]")))
                .append(replies.json())
                .append('}')
                .toString();
    }
}
