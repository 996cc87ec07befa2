-- What telephone systems and other sources tell of agents' states and of queues' intervals.

-- One row. It is raised in the transaction that writes the events, right before them, and its lock is held until the
-- commit: so seq is gapless and in the order of commits, and last_at never steps back.
CREATE TABLE event_feed (
    id      smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    last    bigint NOT NULL DEFAULT 0,
    last_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 10);
INSERT INTO event_feed DEFAULT VALUES;

-- Whoever writes for a source holds the lock of its row.
CREATE TABLE event_source (
    id              uuid PRIMARY KEY,
    -- What stands in the log, for it is short.
    number          integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    tenant_id       uuid NOT NULL REFERENCES organization_item,
    name            text NOT NULL CHECK (name <> ''),
    -- Where its logins are of, when a line does not say. Null: any switch of the tenant.
    switch_id       uuid REFERENCES organization_item,
    -- Added to the times it tells.
    clock_offset_ms bigint NOT NULL DEFAULT 0,
    -- Positions are counted anew in each run.
    run             integer NOT NULL DEFAULT 1,
    -- The highest position of this run that was taken in, or quarantined.
    last_position   bigint NOT NULL DEFAULT 0,
    heard_at        timestamptz,
    events          bigint NOT NULL DEFAULT 0,
    statistics      bigint NOT NULL DEFAULT 0,
    duplicates      bigint NOT NULL DEFAULT 0,
    quarantined     bigint NOT NULL DEFAULT 0,
    -- Lines that could not be used, and were not kept because the quarantine was full.
    dropped         bigint NOT NULL DEFAULT 0,
    -- Of what people set: name, switch, clock offset, run.
    version         bigint NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX event_source_name ON event_source (tenant_id, lower(name));

-- States and reason codes as sources call them, each once: the log holds the number.
CREATE TABLE event_state (
    id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source integer NOT NULL REFERENCES event_source (number),
    state  text NOT NULL,
    -- Empty: none was told.
    reason text NOT NULL,
    UNIQUE (source, state, reason)
);

-- Partitioned by the day of receipt (UTC), so that old rows go by dropping a table. received_at is one value for each
-- transaction, taken under the lock of event_feed: it rises with seq. A key is left out: seq is unique because of that
-- lock, (source, run, position) because of the lock of the source's row.
CREATE TABLE event_log (
    seq         bigint NOT NULL,
    received_at timestamptz NOT NULL,
    source      integer NOT NULL,
    run         integer NOT NULL,
    position    bigint NOT NULL,
    -- When it happened: the source's time and its clock offset.
    at          timestamptz NOT NULL,
    agent_id    uuid NOT NULL,
    state       integer NOT NULL,
    -- A hash of what the source said, to tell a duplicate from another line at a used position.
    content     bigint NOT NULL
) PARTITION BY RANGE (received_at);
CREATE INDEX event_log_seq ON event_log (seq);
CREATE INDEX event_log_position ON event_log (source, run, position);
CREATE INDEX event_log_agent ON event_log (agent_id, at);

-- Takes the rows for which upkeep has made no partition in time: late upkeep must not stop a single write.
CREATE TABLE event_log_default PARTITION OF event_log DEFAULT;

-- With which seq each day begins: a reader opens one partition, not all of them.
CREATE TABLE event_day (
    day   date PRIMARY KEY,
    first bigint NOT NULL
);

-- On which days a source told which positions: a look for positions opens few partitions.
CREATE TABLE event_span (
    source integer NOT NULL,
    run    integer NOT NULL,
    day    date NOT NULL,
    low    bigint NOT NULL,
    high   bigint NOT NULL,
    PRIMARY KEY (source, run, day)
) WITH (fillfactor = 50);

-- Lines that could not be used, until they are replayed or deleted.
CREATE TABLE event_quarantine (
    -- In the order in which they came.
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source     integer NOT NULL REFERENCES event_source (number),
    run        integer NOT NULL,
    -- Null: the line tells none.
    position   bigint,
    content    bigint NOT NULL,
    line       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('not_json', 'too_long', 'invalid', 'position_used', 'unknown_agent',
        'ambiguous_agent', 'unknown_switch', 'from_future', 'too_old', 'too_many_states')),
    field      text NOT NULL,
    reason     text NOT NULL,
    first_at   timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    -- How often the same line came.
    times      bigint NOT NULL,
    UNIQUE NULLS NOT DISTINCT (source, run, content, position)
);
CREATE INDEX event_quarantine_old ON event_quarantine (last_at);

-- What a queue did in an interval, as the source told it last: the highest position wins.
CREATE TABLE interval_statistic (
    source          integer NOT NULL REFERENCES event_source (number),
    queue           text NOT NULL CHECK (queue <> ''),
    at              timestamptz NOT NULL,
    minutes         smallint NOT NULL CHECK (minutes IN (5, 10, 15, 20, 30, 60)),
    offered         double precision NOT NULL CHECK (offered >= 0 AND offered < 'infinity'),
    answered        double precision CHECK (answered >= 0 AND answered < 'infinity'),
    abandoned       double precision CHECK (abandoned >= 0 AND abandoned < 'infinity'),
    -- The sum over those answered, after-call work included.
    handle_seconds  double precision CHECK (handle_seconds >= 0 AND handle_seconds < 'infinity'),
    -- Answered within the time of the service level.
    answered_within double precision CHECK (answered_within >= 0 AND answered_within < 'infinity'),
    run             integer NOT NULL,
    position        bigint NOT NULL,
    content         bigint NOT NULL,
    -- As in event_log: it rises in the order of commits.
    received_at     timestamptz NOT NULL,
    PRIMARY KEY (source, queue, at)
);
CREATE INDEX interval_statistic_position ON interval_statistic (source, run, position);
CREATE INDEX interval_statistic_received ON interval_statistic (received_at);
CREATE INDEX interval_statistic_at ON interval_statistic (at);

-- By what a source calls an agent.
CREATE INDEX agent_number ON agent (employee_number) WHERE employee_number IS NOT NULL AND removed_at IS NULL;
CREATE INDEX agent_login ON agent USING gin ((details -> 'logins') jsonb_path_ops) WHERE removed_at IS NULL;
CREATE INDEX identity_external ON identity (external_id) WHERE kind = 'person';

-- Makes the partitions of today and the next three days, moves rows out of the default one into the days they belong
-- to, and drops what was received more than so many days ago. Answers how many partitions it made and dropped.
-- lock_timeout: whoever waits for this lock stops all writers behind it, so it gives up soon and is called again later.
CREATE FUNCTION keep_event_partitions(kept_days integer) RETURNS integer LANGUAGE plpgsql SET lock_timeout = '1s' AS $$
DECLARE
    today   date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
    oldest  date := today - kept_days;
    day     date;
    part    text;
    touched integer := 0;
BEGIN
    -- One upkeep at a time, without stopping anybody else: two that have both looked into the default partition would
    -- wait for each other below.
    LOCK TABLE ONLY event_log IN SHARE UPDATE EXCLUSIVE MODE;

    -- Nearly always there is nothing to do, and then no writer is stopped.
    IF NOT EXISTS (
            SELECT FROM generate_series(0, 3) n WHERE to_regclass(to_char(today + n, '"event_log_"YYYYMMDD')) IS NULL)
        AND NOT EXISTS (SELECT FROM event_log_default)
        AND NOT EXISTS (SELECT FROM old_event_partitions(oldest))
    THEN
        RETURN 0;
    END IF;

    -- The parent first and in full: a writer holds it when it comes to a partition, so any other order may deadlock.
    -- It also keeps new rows out of the default partition while it is emptied.
    LOCK TABLE event_log IN ACCESS EXCLUSIVE MODE;

    DELETE FROM event_log_default WHERE (received_at AT TIME ZONE 'UTC')::date < oldest;

    FOR day IN
        SELECT today + n FROM generate_series(0, 3) n
        UNION SELECT (received_at AT TIME ZONE 'UTC')::date FROM event_log_default
        ORDER BY 1
    LOOP
        part := to_char(day, '"event_log_"YYYYMMDD');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        -- Attached only when it is filled: a partition cannot be made for a range of which the default holds rows.
        EXECUTE format('CREATE TABLE %I (LIKE event_log INCLUDING ALL)', part);
        EXECUTE format(
            'WITH moved AS (DELETE FROM event_log_default WHERE received_at >= $1 AND received_at < $2 RETURNING *)
            INSERT INTO %I SELECT * FROM moved', part)
            USING day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC';
        EXECUTE format(
            'ALTER TABLE event_log ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            part, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        touched := touched + 1;
    END LOOP;

    FOR part IN SELECT * FROM old_event_partitions(oldest) LOOP
        EXECUTE format('DROP TABLE %I', part);
        touched := touched + 1;
    END LOOP;

    DELETE FROM event_day d WHERE d.day < oldest;
    DELETE FROM event_span s WHERE s.day < oldest;
    RETURN touched;
END $$;

-- The daily partitions from before this day.
CREATE FUNCTION old_event_partitions(oldest date) RETURNS SETOF name LANGUAGE sql AS $$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'event_log'::regclass AND c.relname ~ '^event_log_\d{8}$'
        AND to_date(right(c.relname, 8), 'YYYYMMDD') < oldest
$$;

SELECT keep_event_partitions(400);
