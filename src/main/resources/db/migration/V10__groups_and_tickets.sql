-- Because of a group that the account is in, and for as long.
ALTER TABLE membership ADD COLUMN by_group BOOLEAN DEFAULT FALSE NOT NULL;

-- Stands for a login or an access token, for one request within half a minute. holder: the hash of that one's token.
CREATE TABLE ticket (
    ticket_hash VARCHAR(64) PRIMARY KEY,
    holder VARCHAR(64) NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX ticket_expiry ON ticket (expires_at);
