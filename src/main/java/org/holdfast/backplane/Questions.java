package org.holdfast.backplane;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Questions of one kind that nodes ask each other. Question and answers are hints, an answer one for each of its lines, so that none is too long
 * for a payload; what is lost makes a node silent for this question, and that is said.
 */
public final class Questions {
    /** So long an answer of a node that is known is waited for. */
    private static final long PATIENCE_MILLIS = 1_000;

    /** So long those are waited for of whom nobody has heard yet. */
    private static final long FIRST_MILLIS = 200;

    /** Further ones are answered by nobody: each waits in a thread. */
    private static final int MOST_OPEN = 20;

    private final Backplane backplane;
    private final String kind;
    private final String node;
    private final Function<String, List<String>> answerer;
    private final Acquaintances others = new Acquaintances();
    private final Map<String, Gathering> open = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();

    /**
     * @param kind a word
     * @param node this one's name, a word without a colon
     * @param answerer gives the lines of this node's answer; called by the thread that hears
     */
    public Questions(Backplane backplane, String kind, String node, Function<String, List<String>> answerer) {
        this.backplane = backplane;
        this.kind = kind;
        this.node = node;
        this.answerer = answerer;
    }

    /** Answers from now on, and hears answers. */
    public void begin() {
        backplane.hear(kind + "-asked", this::answer);
        backplane.hear(kind + "-line", hint -> gather(hint.about().split(":"), hint.text()));
        backplane.hear(kind + "-lines", hint -> gatherSize(hint.about().split(":"), Integer.parseInt(hint.text())));
    }

    /** Blocks until all that are known have answered, at most a second. @param text in one line */
    public Answers ask(String text) {
        Set<String> known = others.names();
        Gathering gathering = new Gathering(known);
        String id = node + "-" + asked.incrementAndGet();
        if (backplane == Backplane.LOCAL || open.size() >= MOST_OPEN) return gathering.answers();
        open.put(id, gathering);
        try {
            backplane.tell(new Hint(kind + "-asked", id, text));
            gathering.await(known.isEmpty() ? FIRST_MILLIS : PATIENCE_MILLIS);
        } finally {
            open.remove(id);
        }
        return gathering.answers();
    }

    private void answer(Hint question) {
        List<String> lines = answerer.apply(question.text());
        String about = question.about() + ":" + node;
        for (int n = 0; n < lines.size(); n++) backplane.tell(new Hint(kind + "-line", about + ":" + n, lines.get(n)));
        backplane.tell(new Hint(kind + "-lines", about, "" + lines.size()));
    }

    private void gather(String[] about, String line) {
        Gathering gathering = open.get(about[0]);
        if (gathering != null) gathering.line(about[1], Integer.parseInt(about[2]), line);
    }

    /** Whoever answers late is waited for the next time. */
    private void gatherSize(String[] about, int size) {
        if (!about[0].startsWith(node + "-")) return;
        others.heard(about[1]);
        Gathering gathering = open.get(about[0]);
        if (gathering != null) gathering.size(about[1], size);
    }
}
