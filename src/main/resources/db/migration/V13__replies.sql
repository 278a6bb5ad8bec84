-- The messages that answer another, each with the message that their thread began with.
CREATE TABLE reply (
    room BIGINT NOT NULL,
    message BIGINT NOT NULL,
    thread BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (room, message),
    FOREIGN KEY (room, thread) REFERENCES event (log, sequence)
);
CREATE INDEX reply_thread ON reply (room, thread, message);
