package org.holdfast.search;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Some words that stand together: how they are found in the index, and where they are in a text. */
record Looked(List<String> words, boolean isBegun) {
    /** Shorter ones begin too many words. */
    private static final int LEAST_BEGINNING = 2;

    /** Empty words: there is none in it, signs only. */
    static Looked of(Wanted.Phrase phrase, Words analyzer) {
        // Two characters that stand together come after the first of them, at the same position: the longer one says
        // more.
        TreeMap<Integer, String> longest = new TreeMap<>();
        for (Words.Word word : analyzer.of(phrase.text())) longest.put(word.position(), word.text());
        List<String> words = List.copyOf(longest.values());
        boolean isBegun = phrase.isBegun() && words.size() == 1 && words.get(0).length() >= LEAST_BEGINNING;
        return new Looked(words, isBegun);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Query query() {
        if (isBegun) return new PrefixQuery(new Term(MessageDocument.WORDS, words.get(0)));
        if (words.size() == 1) return new TermQuery(new Term(MessageDocument.WORDS, words.get(0)));
        return new PhraseQuery(MessageDocument.WORDS, words.toArray(String[]::new));
    }

    /** Where they are in a text, by its words. */
    List<Range> in(List<Words.Word> text) {
        var byPosition = text.stream().collect(Collectors.groupingBy(Words.Word::position));
        List<Range> found = new ArrayList<>();
        for (Words.Word first : text) {
            if (!is(first, 0)) continue;
            int end = first.end();
            int next = 1;
            while (next < words.size() && end >= 0) {
                end = end(byPosition.getOrDefault(first.position() + next, List.of()), next);
                next++;
            }
            if (end >= 0) found.add(new Range(first.start(), end));
        }
        return found;
    }

    private int end(List<Words.Word> here, int index) {
        return here.stream()
                .filter(word -> is(word, index))
                .mapToInt(Words.Word::end)
                .max()
                .orElse(-1);
    }

    private boolean is(Words.Word word, int index) {
        String wanted = words.get(index);
        return isBegun ? word.text().startsWith(wanted) : word.text().equals(wanted);
    }

    /** The signs between words are no words: nothing is looked for. */
    static List<Looked> all(List<Wanted.Phrase> phrases, Words analyzer) {
        return phrases.stream()
                .map(phrase -> of(phrase, analyzer))
                .filter(looked -> !looked.isEmpty())
                .toList();
    }
}
