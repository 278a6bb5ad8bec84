-- When a person wants quiet, at all of their devices: now, perhaps until a moment, and each day at certain hours of a time zone.
ALTER TABLE account ADD COLUMN do_not_disturb BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN do_not_disturb_until BIGINT;
ALTER TABLE account ADD COLUMN quiet_from VARCHAR(5);
ALTER TABLE account ADD COLUMN quiet_to VARCHAR(5);
ALTER TABLE account ADD COLUMN quiet_zone VARCHAR(64);

-- For those that are over.
CREATE INDEX account_do_not_disturb_until ON account (do_not_disturb_until);
