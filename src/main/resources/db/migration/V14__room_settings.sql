-- Read only from then on, and out of the lists; null: it is in use.
ALTER TABLE room ADD COLUMN archived_at BIGINT;
