-- What people have written and not sent, one a room and one a thread; 0 is no thread. The text has no stated length, as that of events.
CREATE TABLE message_draft (
    account BIGINT NOT NULL REFERENCES account,
    room BIGINT NOT NULL REFERENCES room,
    thread BIGINT NOT NULL,
    text VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, room, thread)
);
