-- Who knows the password: 'own', this database; 'directory', the company's.
ALTER TABLE account ADD COLUMN source VARCHAR(20) DEFAULT 'own' NOT NULL;
