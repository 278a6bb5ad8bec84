package org.holdfast.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.holdfast.log.Event;
import org.holdfast.message.Call;
import org.holdfast.message.CurrentMessage;
import org.holdfast.message.MessageFile;

/** A message as the index knows it. Its words are in there, its text is not: that is always read from the log. */
final class MessageDocument {
    static final String ROOM = "room";
    static final String SEQUENCE = "sequence";
    static final String AT = "at";
    static final String AUTHOR = "author";
    static final String WORDS = "words";
    static final String HAS = "has";
    static final String CALLED = "called";
    private static final String ID = "id";

    private MessageDocument() {}

    static Term id(long room, long sequence) {
        return new Term(ID, room + "." + sequence);
    }

    static Document of(CurrentMessage message) {
        Event event = message.event();
        Document document = new Document();
        document.add(new StringField(ID, id(event.log(), event.sequence()).text(), Store.NO));
        document.add(new LongField(ROOM, event.log(), Store.NO));
        document.add(new LongField(SEQUENCE, event.sequence(), Store.NO));
        document.add(new LongField(AT, event.at(), Store.NO));
        document.add(new LongField(AUTHOR, event.author().id(), Store.NO));
        document.add(new TextField(WORDS, message.text(), Store.NO));
        message.files().forEach(file -> document.add(new TextField(WORDS, file.name(), Store.NO)));
        things(message).forEach(thing -> document.add(new StringField(HAS, thing, Store.NO)));
        message.calls().stream()
                .map(Call::account)
                .distinct()
                .forEach(account -> document.add(new StringField(CALLED, account.toString(), Store.NO)));
        return document;
    }

    private static List<String> things(CurrentMessage message) {
        List<String> things = new ArrayList<>();
        if (!message.files().isEmpty()) things.add("file");
        if (message.files().stream().anyMatch(MessageFile::isImage)) things.add("image");
        if (hasLink(message.text())) things.add("link");
        return things;
    }

    private static boolean hasLink(String text) {
        return text.contains("https://") || text.contains("http://");
    }
}
