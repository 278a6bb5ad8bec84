-- What people attach to messages. The content is in a folder, under its hash; several files may have the same.
-- message: the client message id of its account with which it was posted; width and height 0: it is no image that is shown.
CREATE TABLE file (
    id VARCHAR(43) PRIMARY KEY,
    room BIGINT NOT NULL REFERENCES room,
    account BIGINT NOT NULL REFERENCES account,
    name VARCHAR(200) NOT NULL,
    type VARCHAR(250) NOT NULL,
    size_bytes BIGINT NOT NULL,
    width INT NOT NULL,
    height INT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    state VARCHAR(20) NOT NULL,
    message VARCHAR(64),
    created_at BIGINT NOT NULL
);
CREATE INDEX file_account ON file (account);
CREATE INDEX file_hash ON file (hash);
CREATE INDEX file_state ON file (state, created_at);
