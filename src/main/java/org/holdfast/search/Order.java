package org.holdfast.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.holdfast.wire.Fields;

/** Which hits come first. No two hits are at the same place, so that a place is a mark to go on from. */
public enum Order {
    NEWEST(List.of()),
    RELEVANCE(List.of(SortField.FIELD_SCORE));

    private static final String SEPARATOR = ".";

    private final Sort sort;

    Order(List<SortField> first) {
        List<SortField> fields = new ArrayList<>(first);
        fields.add(down(MessageDocument.AT));
        fields.add(down(MessageDocument.ROOM));
        fields.add(down(MessageDocument.SEQUENCE));
        this.sort = new Sort(fields.toArray(SortField[]::new));
    }

    private static SortField down(String field) {
        return LongField.newSortField(field, true, SortedNumericSelector.Type.MIN);
    }

    public static Order of(String name) {
        for (Order order : values()) if (order.name().equalsIgnoreCase(name)) return order;
        throw Fields.bad("order", "must be newest or relevance");
    }

    Sort sort() {
        return sort;
    }

    /** Where a hit is, as a word. */
    String mark(FieldDoc hit) {
        List<String> parts = new ArrayList<>();
        for (Object value : hit.fields)
            parts.add(value instanceof Float score ? "" + Float.floatToIntBits(score) : value.toString());
        return String.join(SEPARATOR, parts);
    }

    /** The place that a mark says. @param most documents that there are */
    FieldDoc place(String mark, int most) {
        String[] parts = mark.split("\\.", -1);
        SortField[] fields = sort.getSort();
        if (parts.length != fields.length) throw unknown();
        Object[] values = new Object[parts.length];
        try {
            for (int i = 0; i < parts.length; i++)
                values[i] = fields[i].getType() == SortField.Type.SCORE
                        ? (Object) Float.intBitsToFloat(Integer.parseInt(parts[i]))
                        : (Object) Long.parseLong(parts[i]);
        } catch (NumberFormatException none) {
            throw unknown();
        }
        return new FieldDoc(Math.max(0, most - 1), Float.NaN, values);
    }

    /** The room of a hit. */
    long room(FieldDoc hit) {
        return (Long) hit.fields[hit.fields.length - 2];
    }

    /** The sequence of a hit. */
    long sequence(FieldDoc hit) {
        return (Long) hit.fields[hit.fields.length - 1];
    }

    private static RuntimeException unknown() {
        return Fields.bad("before", "must be what `next` of the answer before said");
    }
}
