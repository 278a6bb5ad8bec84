package org.holdfast.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.holdfast.message.Call;
import org.holdfast.wire.Fields;

/** Puts together the question that the index is asked. */
final class Looking {
    private final BooleanQuery.Builder question = new BooleanQuery.Builder();

    /** @param rooms of which it may say something: whatever is looked for, it is in one of them */
    private Looking(Set<Long> rooms) {
        question.add(new MatchAllDocsQuery(), Occur.FILTER);
        oneOf(MessageDocument.ROOM, rooms, Occur.FILTER);
    }

    /**
     * @param shunned the words that must not be there
     * @param names of the one who asks
     */
    static Query of(Wanted wanted, List<Looked> looked, List<Looked> shunned, Names names) {
        if (wanted.hasPhrases() && looked.isEmpty() && shunned.isEmpty())
            throw Fields.bad("q", "has no word to look for");
        Looking looking = new Looking(names.rooms(wanted));
        looking.add(wanted.all(), looked, names, Occur.MUST, Occur.FILTER);
        looking.add(wanted.none(), shunned, names, Occur.MUST_NOT, Occur.MUST_NOT);
        if (wanted.since() > Long.MIN_VALUE || wanted.until() < Long.MAX_VALUE)
            looking.question.add(
                    LongField.newRangeQuery(MessageDocument.AT, wanted.since(), wanted.until() - 1), Occur.FILTER);
        return looking.question.build();
    }

    private void add(Wanted.Traits traits, List<Looked> looked, Names names, Occur ofWords, Occur ofOthers) {
        looked.forEach(each -> question.add(each.query(), ofWords));
        traits.has().forEach(thing -> question.add(new TermQuery(new Term(MessageDocument.HAS, thing)), ofOthers));
        if (!traits.from().isEmpty()) oneOf(MessageDocument.AUTHOR, names.people(traits.from()), ofOthers);
    }

    /** What others have said to an account, or to everybody. @param rooms of which it may say something */
    static Query calling(long account, Set<Long> rooms) {
        Looking looking = new Looking(rooms);
        BooleanQuery.Builder called = new BooleanQuery.Builder();
        for (long each : new long[] {account, Call.EVERYBODY})
            called.add(new TermQuery(new Term(MessageDocument.CALLED, "" + each)), Occur.SHOULD);
        looking.question.add(called.build(), Occur.FILTER);
        looking.question.add(LongField.newExactQuery(MessageDocument.AUTHOR, account), Occur.MUST_NOT);
        return looking.question.build();
    }

    private void oneOf(String field, Collection<Long> values, Occur occur) {
        long[] numbers = values.stream().mapToLong(Long::longValue).toArray();
        question.add(LongField.newSetQuery(field, numbers), occur);
    }
}
