package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.delivery.RoomState;
import org.holdfast.delivery.Start;
import org.holdfast.room.RoomTitle;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Frames;
import org.holdfast.wire.JsonText;

/** Writes the {@code welcome}. The client takes its timers and limits from it, so that both sides agree. */
@ApplicationScoped
class Welcome {
    private final String limits;
    private final String timings;

    @Inject
    Welcome(Settings settings) {
        limits = "{\"messageBytes\":" + settings.number(Setting.MESSAGE_BYTES)
                + ",\"textLength\":" + settings.number(Setting.TEXT_LENGTH)
                + ",\"commandsPerMessage\":" + settings.number(Setting.COMMANDS_PER_MESSAGE)
                + ",\"fileBytes\":" + settings.number(Setting.FILES_SIZE) * 1_000_000L + "}";
        timings = "{\"pingInterval\":" + settings.duration(Setting.HEARTBEAT_INTERVAL)
                + ",\"silenceLimit\":" + settings.duration(Setting.HEARTBEAT_SILENCE)
                + ",\"evictAfter\":" + settings.duration(Setting.HEARTBEAT_EVICT)
                + ",\"helloLimit\":" + settings.duration(Setting.HELLO_LIMIT)
                + ",\"typingLease\":" + settings.duration(Setting.TYPING_LEASE) + "}";
    }

    /** For the container's proxy. */
    Welcome() {
        limits = null;
        timings = null;
    }

    String frame(Account account, String session, Map<Long, RoomTitle> titles, List<Start> starts) {
        return Frames.frame(
                "welcome",
                "{\"session\":" + JsonText.quote(session) + ",\"account\":" + account(account, starts)
                        + ",\"rooms\":[" + rooms(titles, starts) + "],\"limits\":" + limits + ",\"timings\":" + timings
                        + ",\"server\":{\"version\":\"1\",\"now\":" + System.currentTimeMillis() + "}}");
    }

    /** The account with the start of its own log. */
    private static String account(Account account, List<Start> starts) {
        String own = starts.stream()
                .filter(start -> start.log().id() == account.log())
                .map(Start::json)
                .findFirst()
                .orElseThrow();
        String json = account.json();
        return json.substring(0, json.length() - 1) + "," + own + "}";
    }

    private static String rooms(Map<Long, RoomTitle> titles, List<Start> starts) {
        return starts.stream()
                .filter(start -> titles.containsKey(start.log().id()))
                .map(start -> RoomState.json(titles.get(start.log().id()), start))
                .collect(Collectors.joining(","));
    }
}
