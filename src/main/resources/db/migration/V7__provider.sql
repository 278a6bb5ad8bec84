-- As whom the account's source knows its person: names change, this does not. NULL: it told nothing of the kind.
ALTER TABLE account ADD COLUMN subject VARCHAR(1000);
CREATE UNIQUE INDEX account_subject ON account (source, subject);

-- A login session that began at an identity provider, while it lasts. sid: the provider's name of its own session;
-- id_token: shown to the provider when that is to end, too.
CREATE TABLE provider_login (
    token_hash VARCHAR(64) PRIMARY KEY REFERENCES login_session ON DELETE CASCADE,
    sid VARCHAR(250),
    id_token VARCHAR NOT NULL
);
CREATE INDEX provider_login_sid ON provider_login (sid);
