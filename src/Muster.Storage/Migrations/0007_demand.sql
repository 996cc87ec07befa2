-- What came, and what is forecast to come.

CREATE TABLE history_queue (
    id               integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    business_unit_id uuid NOT NULL,
    -- As planning groups name it.
    name             text NOT NULL CHECK (name <> ''),
    -- Length of its intervals: one for the whole history of a queue.
    minutes          smallint NOT NULL CHECK (minutes IN (5, 10, 15, 20, 30, 60)),
    UNIQUE (business_unit_id, name)
);

CREATE TABLE history_interval (
    queue_id       integer NOT NULL REFERENCES history_queue ON DELETE CASCADE,
    at             timestamptz NOT NULL,
    offered        double precision NOT NULL CHECK (offered >= 0 AND offered < 'infinity'),
    -- Null: not told.
    handled        double precision CHECK (handled >= 0 AND handled < 'infinity'),
    -- The sum over those handled, after-call work included.
    handle_seconds double precision CHECK (handle_seconds >= 0 AND handle_seconds < 'infinity'),
    PRIMARY KEY (queue_id, at)
);

CREATE TABLE forecast (
    id               uuid PRIMARY KEY,
    business_unit_id uuid NOT NULL,
    -- Name, days, groups, calendar: as the program writes them.
    fields           jsonb NOT NULL,
    state            text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    done             integer NOT NULL DEFAULT 0,
    sentence         text NOT NULL DEFAULT '',
    created_by       text NOT NULL,
    created_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    version          bigint NOT NULL,
    removed_at       timestamptz
);
CREATE INDEX forecast_unit ON forecast (business_unit_id, created_at DESC) WHERE removed_at IS NULL;
CREATE INDEX forecast_open ON forecast (created_at) WHERE state IN ('queued', 'running') AND removed_at IS NULL;

-- A planning group's part of a forecast.
CREATE TABLE forecast_group (
    forecast_id       uuid NOT NULL REFERENCES forecast ON DELETE CASCADE,
    planning_group_id uuid NOT NULL,
    -- What the machine said: written once, never changed. Null: not yet, or it could not.
    machine           text,
    -- Why it could not.
    trouble           text,
    -- Mean handle time by hour of the day.
    handle_seconds    double precision[],
    layers            jsonb NOT NULL DEFAULT '[]',
    staffing          jsonb NOT NULL DEFAULT '{}',
    version           bigint NOT NULL DEFAULT 1,
    PRIMARY KEY (forecast_id, planning_group_id)
);
