-- Who follows which thread, or has said not to, and how far they have read it.
CREATE TABLE thread_follow (
    account BIGINT NOT NULL REFERENCES account,
    room BIGINT NOT NULL REFERENCES room,
    thread BIGINT NOT NULL,
    following BOOLEAN NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (account, room, thread)
);

-- Whoever wrote in one until now, or began it, follows it, and has read it all.
INSERT INTO thread_follow (account, room, thread, following, sequence)
SELECT wrote.author, wrote.room, wrote.thread, TRUE, MAX(every.message)
FROM (
    SELECT e.author, r.room, r.thread FROM reply r JOIN event e ON e.log = r.room AND e.sequence = r.message
    UNION
    SELECT e.author, r.room, r.thread FROM reply r JOIN event e ON e.log = r.room AND e.sequence = r.thread
) wrote JOIN reply every ON every.room = wrote.room AND every.thread = wrote.thread
GROUP BY wrote.author, wrote.room, wrote.thread;
