-- How a person shows themself: a line of text, and a picture by the hash of its content.
ALTER TABLE account ADD COLUMN about VARCHAR(200);
ALTER TABLE account ADD COLUMN picture VARCHAR(64);

-- Whoever takes a content away asks whether somebody is shown by it.
CREATE INDEX account_picture ON account (picture);
