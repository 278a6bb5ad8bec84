-- How far a conversation had come when its person closed it: it is out of their list until something comes after that.
ALTER TABLE room_preference ADD COLUMN closed BIGINT;
