-- What became of a message, beside the log that says how: who reads old messages needs not read all that came after. A row
-- exists for those that were changed.
CREATE TABLE message_change (
    room BIGINT NOT NULL,
    message BIGINT NOT NULL,
    text VARCHAR,
    edited_at BIGINT,
    deleted_at BIGINT,
    deleted_by BIGINT REFERENCES account,
    pinned_at BIGINT,
    pinned_by BIGINT REFERENCES account,
    PRIMARY KEY (room, message),
    FOREIGN KEY (room, message) REFERENCES event (log, sequence)
);
CREATE INDEX message_change_pinned ON message_change (room, pinned_at);

-- The events of type "edited" of a message.
CREATE TABLE message_edit (
    room BIGINT NOT NULL,
    message BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (room, message, sequence)
);

CREATE TABLE reaction (
    room BIGINT NOT NULL,
    message BIGINT NOT NULL,
    emoji VARCHAR(32) NOT NULL,
    account BIGINT NOT NULL REFERENCES account,
    at BIGINT NOT NULL,
    PRIMARY KEY (room, message, emoji, account),
    FOREIGN KEY (room, message) REFERENCES event (log, sequence)
);
