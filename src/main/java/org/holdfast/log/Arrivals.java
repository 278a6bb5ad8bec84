package org.holdfast.log;

/** Hears of events that another node has written: found when a log is read again, and so perhaps also of what was known. */
public interface Arrivals {
    /** Nobody who wants to know. */
    Arrivals IGNORED = new Arrivals() {
        @Override
        public void arriving(Event event) {}

        @Override
        public void arrived(long log) {}
    };

    /** Before the event can be sent to anybody: the place to bring memory in line. May read the database, and no log. */
    void arriving(Event event);

    /** The log has grown. Must not block. */
    void arrived(long log);
}
