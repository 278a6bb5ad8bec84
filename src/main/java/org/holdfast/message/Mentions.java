package org.holdfast.message;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.wire.Name;
import org.jdbi.v3.core.Handle;

/** Finds in a text who is called by {@code @name}: members of its room alone, and of names that begin alike the longest. */
final class Mentions {
    /** What is called at most; what comes after is text like any other. */
    private static final int MOST = 20;

    /** Names are not longer. */
    private static final int MOST_NAME = 60;

    /** Who is called by {@code @here} at most. */
    private static final int MOST_HERE = 500;

    /** Everybody in the room. */
    private static final Set<String> ALL = Set.of("room", "所有人");

    /** Of them, those who are online. */
    private static final Set<String> HERE = Set.of("here", "在线成员");

    /** In place of an account, until it is known who they are. */
    private static final long ONLINE = -1;

    /** They are written without spaces between words: a name may end anywhere. */
    private static final Set<UnicodeScript> CLOSE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI);

    /** @param key of the name that it may be */
    record Candidate(int at, int end, String key) {}

    private final String text;
    private final boolean mayCallAll;
    private final LongPredicate isOnline;

    /** @param isOnline whether an account is called by {@code @here} */
    Mentions(String text, boolean mayCallAll, LongPredicate isOnline) {
        this.text = CodeSpans.masked(text);
        this.mayCallAll = mayCallAll;
        this.isOnline = isOnline;
    }

    /** Whether there may be any: then it is worth asking. */
    static boolean mayBeIn(String text) {
        return text.indexOf('@') >= 0;
    }

    /** Whether it has the word that calls those who are online. */
    boolean haveHere() {
        return candidates().stream().anyMatch(each -> HERE.contains(each.key));
    }

    /** In the order of the text. */
    List<Mention> of(Handle handle, long room) {
        List<Candidate> candidates = candidates();
        if (candidates.isEmpty()) return List.of();
        Map<String, Long> members = members(handle, room, candidates);
        List<Mention> found = longest(candidates, members.keySet()).stream()
                .map(each -> new Mention(members.get(each.key), each.at, each.end - each.at))
                .toList();
        return expanded(handle, room, found);
    }

    /** Where one of these names stands, in the order of the text. @param keys of the names */
    Collection<Candidate> places(Set<String> keys) {
        return longest(candidates(), keys);
    }

    /** The shorter come first: a longer one of the same place takes theirs. */
    private static Collection<Candidate> longest(List<Candidate> candidates, Set<String> keys) {
        Map<Integer, Candidate> found = new TreeMap<>();
        for (Candidate each : candidates) if (keys.contains(each.key)) found.put(each.at, each);
        return found.values();
    }

    /** Only the first place of those who are online stands for them: they are many, and called once. */
    private List<Mention> expanded(Handle handle, long room, List<Mention> places) {
        Optional<Mention> here =
                places.stream().filter(each -> each.account() == ONLINE).findFirst();
        if (here.isEmpty()) return places;
        List<Mention> online = online(handle, room, here.get()).toList();
        return places.stream()
                .filter(each -> each.account() != ONLINE || each == here.get())
                .flatMap(each -> each == here.get() ? online.stream() : Stream.of(each))
                .toList();
    }

    /** By their accounts: who is here now may be away when it is read. */
    private Stream<Mention> online(Handle handle, long room, Mention here) {
        return handle
                .select("SELECT account FROM membership WHERE room = ? ORDER BY account", room)
                .mapTo(Long.class)
                .list()
                .stream()
                .filter(isOnline::test)
                .limit(MOST_HERE)
                .map(account -> new Mention(account, here.at(), here.length()));
    }

    private Map<String, Long> members(Handle handle, long room, List<Candidate> candidates) {
        Set<String> keys = candidates.stream().map(Candidate::key).collect(Collectors.toSet());
        Map<String, Long> members = handle.createQuery("SELECT a.name_key, a.id FROM account a"
                        + " JOIN membership m ON m.account = a.id"
                        + " WHERE m.room = :room AND a.disabled_at IS NULL AND a.name_key IN (<keys>)")
                .bind("room", room)
                .bindList("keys", List.copyOf(keys))
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (mayCallAll) ALL.forEach(word -> members.put(word, Mention.ALL));
        if (mayCallAll) HERE.forEach(word -> members.put(word, ONLINE));
        return members;
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        int called = 0;
        for (int at = text.indexOf('@'); at >= 0 && called < MOST; at = text.indexOf('@', at + 1)) {
            if (!isApart(at)) continue;
            add(candidates, at);
            called++;
        }
        return candidates;
    }

    private void add(List<Candidate> candidates, int at) {
        int last = Math.min(text.length(), at + 1 + MOST_NAME);
        for (int end = at + 2; end <= last; end++)
            if (isApart(end)) candidates.add(new Candidate(at, end, new Name(text.substring(at + 1, end)).key()));
    }

    /** Whether a word may end, or begin, there. */
    private boolean isApart(int at) {
        if (at == 0 || at == text.length()) return true;
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) return false;
        return !isOfWord(before) || !isOfWord(after) && after != '@' || isClose(before) || isClose(after);
    }

    private static boolean isOfWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean isClose(int character) {
        return CLOSE.contains(UnicodeScript.of(character));
    }
}
