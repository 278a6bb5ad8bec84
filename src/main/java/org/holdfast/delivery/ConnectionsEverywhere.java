package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.holdfast.account.Account;
import org.holdfast.backplane.Answers;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.OneWord;
import org.holdfast.backplane.Questions;

/** The connections of all nodes of one database, as administrators see them: each node is asked for its own. */
@ApplicationScoped
public class ConnectionsEverywhere {
    /** What others are asked about is nothing that somebody made up: it would be a line of theirs. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9]{1,18}");

    private final LiveConnections here;
    private final Questions lists;
    private final Questions ends;

    @Inject
    public ConnectionsEverywhere(Backplane backplane, LiveConnections here) {
        this.here = here;
        this.lists = new Questions(backplane, "connections", here.node(), this::answerList);
        this.ends = new Questions(backplane, "connection-end", here.node(), this::answerEnd);
    }

    /** For the container's proxy. */
    protected ConnectionsEverywhere() {
        here = null;
        lists = null;
        ends = null;
    }

    /** From now on. */
    public void begin() {
        lists.begin();
        ends.begin();
    }

    /** Those of people whose names have a part in them. @param before the id of one; null: from the first on */
    public ConnectionList list(String part, String before, int most) {
        Answers others = lists.ask(most + " " + (before == null ? "-" : OneWord.of(before)) + " " + OneWord.of(part));
        SortedMap<String, List<String>> all = new TreeMap<>(others.byNode());
        all.put(here.node(), lines(part, before, most));
        return new ConnectionList(all, others.silent(), most);
    }

    /** Its client may come back at once. @return whose it was; empty: there is none of this name at a node that answers */
    public Optional<String> end(String id) {
        Optional<String> own = here.end(id).map(Account::name);
        if (own.isPresent()
                || id.startsWith(here.node() + "-")
                || !ID.matcher(id).matches()) return own;
        return ends.ask(id).byNode().values().stream()
                .flatMap(Collection::stream)
                .map(OneWord::read)
                .findFirst();
    }

    private List<String> answerEnd(String id) {
        return here.end(id).map(ended -> OneWord.of(ended.name())).stream().toList();
    }

    private List<String> answerList(String question) {
        String[] asked = question.split(" ", -1);
        String before = asked[1].equals("-") ? null : OneWord.read(asked[1]);
        return lines(OneWord.read(asked[2]), before, Integer.parseInt(asked[0]));
    }

    private List<String> lines(String part, String before, int most) {
        Stream<String> listed = here.list(part, before, most).stream().map(ListedConnection::json);
        return Stream.concat(Stream.of("" + here.count(part)), listed).toList();
    }
}
