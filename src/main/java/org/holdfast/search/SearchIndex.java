package org.holdfast.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.holdfast.log.LogState;
import org.holdfast.message.CurrentMessage;

/**
 * The words of all messages in a folder, and up to where each log is in it: the two are written down together, so that what was not is read again. Written by
 * one thread, read by many.
 */
final class SearchIndex implements Closeable {
    /** Of what the documents are made: another one is made anew. */
    private static final String SCHEMA = "3";

    private static final String SCHEMA_KEY = "schema";
    private static final double MEGABYTES = 16;

    private final Words words;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Of the thread that writes. */
    private final Map<String, String> positions = new HashMap<>();

    private boolean isChanged;

    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    SearchIndex(Path folder, Words words) throws IOException {
        this.words = words;
        this.directory = FSDirectory.open(folder);
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(directory, configuration());
            this.searchers = new SearcherManager(opened, null);
        } catch (IOException | RuntimeException unreadable) {
            if (opened != null) opened.rollback();
            directory.close();
            throw unreadable;
        }
        this.writer = opened;
        begin();
    }

    /** It merges on the thread that writes: there are no others. */
    private IndexWriterConfig configuration() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(words)
                .setMergePolicy(merges)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(MEGABYTES)
                .setCommitOnClose(false);
    }

    private void begin() throws IOException {
        Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
        if (written != null) written.forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        if (SCHEMA.equals(positions.get(SCHEMA_KEY))) return;
        writer.deleteAll();
        positions.clear();
        positions.put(SCHEMA_KEY, SCHEMA);
        isChanged = true;
    }

    /** Up to where a log is in it. Of another numbering, or of one that ended earlier, nothing is left. */
    long position(LogState log) throws IOException {
        String written = positions.get("" + log.log());
        if (written == null) return 0;
        int colon = written.indexOf(':');
        long position = Long.parseLong(written.substring(0, colon));
        if (position <= log.head() && written.substring(colon + 1).equals(log.epoch())) return position;
        writer.deleteDocuments(LongField.newExactQuery(MessageDocument.ROOM, log.log()));
        moved(log, 0);
        return 0;
    }

    /** What messages of a room are now; those of which nothing is said are gone. */
    void put(long room, Collection<Long> messages, List<CurrentMessage> current) throws IOException {
        Set<Long> gone = new TreeSet<>(messages);
        for (CurrentMessage message : current) {
            long sequence = message.event().sequence();
            gone.remove(sequence);
            writer.updateDocument(MessageDocument.id(room, sequence), MessageDocument.of(message));
        }
        for (long sequence : gone) writer.deleteDocuments(MessageDocument.id(room, sequence));
    }

    /** The log is in it up to there. */
    void moved(LogState log, long position) {
        positions.put("" + log.log(), position + ":" + log.epoch());
        isChanged = true;
    }

    /** From now on it is found. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes it down. */
    void commit() throws IOException {
        if (!isChanged) return;
        writer.setLiveCommitData(List.copyOf(positions.entrySet()));
        writer.commit();
        isChanged = false;
    }

    /** What was deleted, or said otherwise, is in the files no more. */
    void purge() throws IOException {
        if (!writer.hasDeletions()) return;
        writer.forceMergeDeletes();
        isChanged = true;
        commit();
        refresh();
    }

    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** What is not written down is read again. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }
}
