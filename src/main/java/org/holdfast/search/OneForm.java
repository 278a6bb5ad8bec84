package org.holdfast.search;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Letters that look alike are alike: some systems write an accent as a sign of its own, some keyboards write wide letters. */
final class OneForm extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    OneForm(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        if (!Normalizer.isNormalized(word, Normalizer.Form.NFKC)) {
            String form = Normalizer.normalize(word, Normalizer.Form.NFKC);
            word.setEmpty().append(form);
        }
        return true;
    }
}
