-- How much there is of each queue's history, kept by whoever writes it: a list need not count it again.
-- A queue that is forgotten goes at once; its rows go later, bit by bit.

ALTER TABLE history_queue
    ADD COLUMN intervals    bigint NOT NULL DEFAULT 0,
    ADD COLUMN offered      double precision NOT NULL DEFAULT 0,
    ADD COLUMN first_at     timestamptz,
    ADD COLUMN last_at      timestamptz,
    ADD COLUMN forgotten_at timestamptz;

UPDATE history_queue AS q
SET intervals = s.intervals, offered = s.offered, first_at = s.first_at, last_at = s.last_at
FROM (
    SELECT queue_id, count(*) AS intervals, sum(offered) AS offered, min(at) AS first_at, max(at) AS last_at
    FROM history_interval GROUP BY queue_id
) AS s
WHERE q.id = s.queue_id;

ALTER TABLE history_queue DROP CONSTRAINT history_queue_business_unit_id_name_key;
CREATE UNIQUE INDEX history_queue_name ON history_queue (business_unit_id, name) WHERE forgotten_at IS NULL;
CREATE INDEX history_queue_forgotten ON history_queue (forgotten_at) WHERE forgotten_at IS NOT NULL;
