package org.holdfast.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes words of text, of what is looked for as of what is looked through: without case, width and accents. Chinese, Japanese and Korean are not
 * cut into words, which no two people would do alike: each two characters that stand together are one, and each by itself.
 */
final class Words extends Analyzer {
    /** Names of files and addresses are looked for by their parts. */
    private static final NormalizeCharMap APART = apart();

    /** @param position words that stand together have numbers that do */
    record Word(String text, int position, int start, int end) {}

    private static NormalizeCharMap apart() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String sign : List.of("_", ".", ":")) map.add(sign, " ");
        return map.build();
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(APART, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(new OneForm(source));
        int all = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(new CJKBigramFilter(words, all, true)));
    }

    /** Between two values of a message, so that no phrase goes from one to the other. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    List<Word> of(String text) {
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            List<Word> words = new ArrayList<>();
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                words.add(new Word(word.toString(), position, place.startOffset(), place.endOffset()));
            }
            stream.end();
            return words;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
