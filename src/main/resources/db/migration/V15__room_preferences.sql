-- What an account wants of a room, where it wants anything but the usual.
CREATE TABLE room_preference (
    account BIGINT NOT NULL REFERENCES account,
    room BIGINT NOT NULL REFERENCES room,
    muted BOOLEAN NOT NULL,
    level VARCHAR(20),
    favourite BIGINT,
    PRIMARY KEY (account, room)
);
