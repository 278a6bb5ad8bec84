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
import org.holdfast.wire.Fields;

/** Puts together the question that the index is asked. */
final class Looking {
    private final BooleanQuery.Builder question = new BooleanQuery.Builder();

    private Looking() {}

    /**
     * @param rooms of which it may say something: whatever is looked for, it is in one of them
     * @param authors null: whoever wrote it
     */
    static Query of(Wanted wanted, List<Looked> looked, Set<Long> rooms, Set<Long> authors) {
        Looking looking = new Looking();
        if (looked.isEmpty() && !wanted.phrases().isEmpty()) throw Fields.bad("q", "has no word to look for");
        looking.question.add(new MatchAllDocsQuery(), Occur.FILTER);
        looking.oneOf(MessageDocument.ROOM, rooms);
        if (authors != null) looking.oneOf(MessageDocument.AUTHOR, authors);
        looked.forEach(each -> looking.question.add(each.query(), Occur.MUST));
        wanted.has().forEach(thing -> looking.filter(new TermQuery(new Term(MessageDocument.HAS, thing))));
        if (wanted.since() > Long.MIN_VALUE || wanted.until() < Long.MAX_VALUE)
            looking.filter(LongField.newRangeQuery(MessageDocument.AT, wanted.since(), wanted.until() - 1));
        return looking.question.build();
    }

    private void oneOf(String field, Collection<Long> values) {
        filter(LongField.newSetQuery(
                field, values.stream().mapToLong(Long::longValue).toArray()));
    }

    private void filter(Query query) {
        question.add(query, Occur.FILTER);
    }
}
