-- Who may see a room: public, private or direct.
ALTER TABLE room ADD COLUMN kind VARCHAR(20) DEFAULT 'public' NOT NULL;

-- Only the names of public rooms are unique: that a name is taken must not tell of a room that one may not see.
ALTER TABLE room ALTER COLUMN name_key DROP NOT NULL;

-- The people of a direct room, by which it is found again; null: it is none.
ALTER TABLE room ADD COLUMN people VARCHAR(400);
ALTER TABLE room ADD CONSTRAINT room_people UNIQUE (people);

ALTER TABLE membership ADD COLUMN role VARCHAR(20) DEFAULT 'member' NOT NULL;

-- Whoever made a room owns it; where they left, whoever has been in it for longest.
UPDATE membership SET role = 'owner' WHERE account = (
    SELECT created_by FROM room WHERE room.log = membership.room
);
UPDATE membership SET role = 'owner' WHERE NOT EXISTS (
    SELECT 1 FROM membership owner WHERE owner.room = membership.room AND owner.role = 'owner'
) AND NOT EXISTS (
    SELECT 1 FROM membership earlier WHERE earlier.room = membership.room
        AND (earlier.joined_at < membership.joined_at
            OR earlier.joined_at = membership.joined_at AND earlier.account < membership.account)
);
