-- Where this database was at the last start: one that is at another place is a copy, and what it has since then was never said by it.
ALTER TABLE site ADD COLUMN place VARCHAR(250);
