-- How nodes agree: versions of scopes and their changes, who is there, who holds which lease.

-- The timeline of this database, from the name of the WAL file it writes: a failover raises it, so that a version or an
-- epoch that was lost and is counted anew is told from the first. A standby has none to give, and refuses.
CREATE FUNCTION timeline() RETURNS integer LANGUAGE sql AS
    $$ SELECT ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer $$;

-- One row per kind of content and business unit. Its lock makes the versions gapless and equal to the commit order.
-- name is ordered by bytes: everybody locks several rows in this order, whatever the database's collation is.
-- fillfactor: every commit writes a row anew, and finds room for it on the same page.
CREATE TABLE scope (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
    version bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- What made each version. Partitioned by week, so that old rows go by dropping a table; and by no less than a week,
-- because a pull looks into every partition. at is the database's clock, which also drops the partitions: a node whose
-- clock is wrong puts no row where it would be lost early.
-- payload is text, not jsonb: it is handed on as it was written, and never searched.
-- The key serves "scope = $1 and seq > $2". It holds at only because a key of a partitioned table must; that (scope,
-- seq) is unique follows from the lock on the scope's row. A foreign key to scope would check what that lock ensures.
CREATE TABLE change (
    scope          integer NOT NULL,
    seq            bigint NOT NULL,
    at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    entity         text NOT NULL,
    entity_id      text NOT NULL,
    entity_version bigint NOT NULL,
    operation      text NOT NULL CHECK (operation IN ('put', 'delete')),
    payload        text,
    origin         text NOT NULL,
    PRIMARY KEY (scope, seq, at)
) PARTITION BY RANGE (at);

-- Takes the rows for which upkeep has made no partition in time: late upkeep must not stop a single write.
CREATE TABLE change_default PARTITION OF change DEFAULT;

-- Makes the partitions of this week and the next two, moves rows out of the default one into the weeks they belong to,
-- and drops what ended more than 30 days ago. Answers how many partitions it made and dropped.
-- Weeks begin on Monday in UTC; a partition is named by that day. lock_timeout: whoever waits for this lock stops all
-- writers behind it, so it gives up soon and is called again later.
CREATE FUNCTION keep_change_partitions() RETURNS integer LANGUAGE plpgsql SET lock_timeout = '1s' AS $$
DECLARE
    this_week timestamp := date_trunc('week', clock_timestamp() AT TIME ZONE 'UTC');
    week      timestamp;
    part      text;
    touched   integer := 0;
BEGIN
    -- One upkeep at a time, without stopping anybody else: two that have both looked into the default partition would
    -- wait for each other below.
    LOCK TABLE ONLY change IN SHARE UPDATE EXCLUSIVE MODE;

    -- Nearly always there is nothing to do, and then no writer is stopped.
    IF to_regclass(to_char(this_week, '"change_"YYYYMMDD')) IS NOT NULL
        AND to_regclass(to_char(this_week + interval '7 days', '"change_"YYYYMMDD')) IS NOT NULL
        AND to_regclass(to_char(this_week + interval '14 days', '"change_"YYYYMMDD')) IS NOT NULL
        AND NOT EXISTS (SELECT FROM change_default)
        AND NOT EXISTS (SELECT FROM old_change_partitions())
    THEN
        RETURN 0;
    END IF;

    -- The parent first and in full: a writer holds it when it comes to a partition, so any other order may deadlock.
    -- It also keeps new rows out of the default partition while it is emptied.
    LOCK TABLE change IN ACCESS EXCLUSIVE MODE;

    DELETE FROM change_default
    WHERE date_trunc('week', at AT TIME ZONE 'UTC') + interval '37 days' < clock_timestamp() AT TIME ZONE 'UTC';

    FOR week IN
        SELECT this_week + n * interval '7 days' FROM generate_series(0, 2) n
        UNION SELECT date_trunc('week', at AT TIME ZONE 'UTC') FROM change_default
        ORDER BY 1
    LOOP
        part := to_char(week, '"change_"YYYYMMDD');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        -- Attached only when it is filled: a partition cannot be made for a range of which the default holds rows.
        EXECUTE format('CREATE TABLE %I (LIKE change INCLUDING ALL)', part);
        EXECUTE format(
            'WITH moved AS (DELETE FROM change_default WHERE at >= $1 AND at < $2 RETURNING *)
            INSERT INTO %I SELECT * FROM moved', part)
            USING week AT TIME ZONE 'UTC', (week + interval '7 days') AT TIME ZONE 'UTC';
        EXECUTE format(
            'ALTER TABLE change ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            part, week AT TIME ZONE 'UTC', (week + interval '7 days') AT TIME ZONE 'UTC');
        touched := touched + 1;
    END LOOP;

    FOR part IN SELECT * FROM old_change_partitions() LOOP
        EXECUTE format('DROP TABLE %I', part);
        touched := touched + 1;
    END LOOP;

    RETURN touched;
END $$;

-- The weekly partitions that ended more than 30 days ago.
CREATE FUNCTION old_change_partitions() RETURNS SETOF name LANGUAGE sql AS $$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'change'::regclass AND c.relname ~ '^change_\d{8}$'
        AND to_date(right(c.relname, 8), 'YYYYMMDD') + interval '37 days' < clock_timestamp() AT TIME ZONE 'UTC'
$$;

SELECT keep_change_partitions();

-- Each start of a process takes one number, so that a restarted node is never taken for the one it replaces.
CREATE SEQUENCE incarnation AS bigint;

-- Nodes that are there, or were until a moment ago. Whether one is alive is judged by whether beat moves.
-- applied: {"scope": [timeline, version]}. links: the nodes it is linked to. reads: what its consistency checker has
-- counted: checked, stale, unanswered. fillfactor: every node writes its row twice a second.
CREATE TABLE member (
    incarnation bigint PRIMARY KEY,
    node        text NOT NULL,
    beat        bigint NOT NULL,
    beat_at     timestamptz NOT NULL,
    roles       text[] NOT NULL,
    addresses   text[] NOT NULL,
    build       text NOT NULL,
    started_at  timestamptz NOT NULL,
    applied     jsonb NOT NULL DEFAULT '{}',
    links       text[] NOT NULL DEFAULT '{}',
    reads       bigint[] NOT NULL DEFAULT '{0,0,0}'
) WITH (fillfactor = 50);

-- Who holds a lease, and until when by this database's clock. holder is null when it was released.
-- detector: the holder's session owns the advisory lock, so that whoever obtains that lock knows the holder is gone.
-- handover_to: who shall have it next; once released, it is kept for that node until handover_until.
CREATE TABLE lease (
    name           text PRIMARY KEY,
    holder         text,
    incarnation    bigint,
    expires_at     timestamptz NOT NULL,
    renewal        bigint NOT NULL DEFAULT 0,
    detector       boolean NOT NULL DEFAULT false,
    handover_to    text,
    handover_until timestamptz,
    taken_at       timestamptz NOT NULL,
    taken_because  text NOT NULL,
    CHECK ((holder IS NULL) = (incarnation IS NULL))
) WITH (fillfactor = 50);

-- The token of a lease's present tenure. A row of its own, because every write under the lease holds it FOR SHARE,
-- which would make the renewals wait if it were the lease's row. It changes only when the lease is taken.
CREATE TABLE fence (
    name     text PRIMARY KEY,
    timeline integer NOT NULL,
    epoch    bigint NOT NULL
);

-- Waits for a session-level advisory lock. A wait that ends in vain is the usual case and no error, so it is caught
-- here: it would stand in the server's log otherwise.
CREATE FUNCTION wait_for_lock(class integer, key integer, at_most interval) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    -- Local to the transaction. At least 1, because 0 means for ever.
    PERFORM set_config('lock_timeout', greatest(1, extract(epoch FROM at_most) * 1000)::integer::text, true);
    PERFORM pg_advisory_lock(class, key);
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$;

-- The key with which nodes prove to each other that they belong to this database. one makes it a single row.
CREATE TABLE cluster_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key bytea NOT NULL CHECK (length(key) = 32)
);
