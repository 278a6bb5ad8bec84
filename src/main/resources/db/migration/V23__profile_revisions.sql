-- Of what was read of a profile at two moments the newer has the greater number: about when it changed, in milliseconds.
ALTER TABLE account ADD COLUMN profile_revision BIGINT DEFAULT 0 NOT NULL;

-- For those that changed lately, at another node perhaps.
CREATE INDEX account_profile_revision ON account (profile_revision);
