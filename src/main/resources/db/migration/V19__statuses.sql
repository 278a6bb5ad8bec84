-- What a person says of themself for a while. Without an end it stays until they say something else.
ALTER TABLE account ADD COLUMN status_emoji VARCHAR(32);
ALTER TABLE account ADD COLUMN status_text VARCHAR(100);
ALTER TABLE account ADD COLUMN status_until BIGINT;

-- For those that are over.
CREATE INDEX account_status_until ON account (status_until);
