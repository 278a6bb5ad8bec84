-- As what a person wants others to see them, whatever they do; null: as it is.
ALTER TABLE account ADD COLUMN shown_as VARCHAR(10);

-- Each node reads those who want anything, and they are few.
CREATE INDEX account_shown_as ON account (shown_as);

-- Words of which a person wants to be told, one a line.
ALTER TABLE account ADD COLUMN alert_words VARCHAR(1000);
