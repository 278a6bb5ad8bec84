-- Whether its members see who has read a message.
ALTER TABLE room ADD COLUMN receipts BOOLEAN DEFAULT FALSE NOT NULL;
