package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.wire.Fields;
import org.holdfast.wire.JsonText;

/** Words of which a person wants to be told wherever they are written. Where they stand is looked for in the page. */
record AlertWords(List<String> all) {
    private static final int MOST = 20;
    private static final int MOST_LENGTH = 40;

    /** No word has it in it. */
    private static final String BETWEEN = "\n";

    /** One that differs from another by its case alone is the same. @throws org.holdfast.wire.Refusal {@code bad_field} */
    static AlertWords of(Fields fields) {
        List<String> given = fields.textsOrNone("words", MOST_LENGTH);
        if (given.size() > MOST) throw Fields.bad("words", "must be at most " + MOST + " words");
        Set<String> keys = new HashSet<>();
        return new AlertWords(given.stream()
                .map(AlertWords::word)
                .filter(word -> keys.add(word.toLowerCase(Locale.ROOT)))
                .toList());
    }

    private static String word(String given) {
        String word = Line.of("words", given);
        if (word.isEmpty()) throw Fields.bad("words", "must be words");
        return word;
    }

    static AlertWords of(ResultSet row) throws SQLException {
        String words = row.getString("alert_words");
        return new AlertWords(words == null ? List.of() : List.of(words.split(BETWEEN)));
    }

    /** As it is kept; null: there is none. */
    String kept() {
        return all.isEmpty() ? null : String.join(BETWEEN, all);
    }

    String json() {
        return all.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
    }
}
