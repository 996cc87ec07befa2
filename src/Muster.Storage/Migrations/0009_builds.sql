-- Schedules that are being built, and what came of it.

CREATE TABLE schedule_build (
    id               uuid PRIMARY KEY,
    business_unit_id uuid NOT NULL,
    -- Name, units, forecast, days, seed: as the program writes them.
    fields           jsonb NOT NULL,
    seconds          integer NOT NULL CHECK (seconds > 0),
    priority         smallint NOT NULL,
    state            text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    -- True: enough, what is there is kept.
    is_stopping      boolean NOT NULL DEFAULT false,
    sentence         text NOT NULL DEFAULT '',
    created_by       text NOT NULL,
    created_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    version          bigint NOT NULL,
    removed_at       timestamptz
);
CREATE INDEX schedule_build_unit ON schedule_build (business_unit_id, created_at DESC) WHERE removed_at IS NULL;
CREATE INDEX schedule_build_open ON schedule_build (priority DESC, created_at)
    WHERE state IN ('queued', 'running') AND removed_at IS NULL;

-- What one builder does at a time: a management unit from one seed.
CREATE TABLE build_part (
    build_id           uuid NOT NULL REFERENCES schedule_build ON DELETE CASCADE,
    number             integer NOT NULL,
    management_unit_id uuid NOT NULL,
    seed               bigint NOT NULL,
    state              text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    -- Counts who took it. Whoever took it before is refused from then on.
    claim              integer NOT NULL DEFAULT 0,
    -- The incarnation of the node that has it, and its name.
    builder            bigint,
    node               text,
    sentence           text NOT NULL DEFAULT '',
    -- Of the search, over all who have had it.
    spent_ms           bigint NOT NULL DEFAULT 0,
    steps              bigint NOT NULL DEFAULT 0,
    -- Of the incumbent: what it breaks and costs, and what no schedule can cost less than.
    breaches           bigint,
    cost               bigint,
    bound              bigint,
    progress           jsonb NOT NULL DEFAULT '[]',
    -- The best so far, from which the next one goes on. Null: none yet.
    incumbent          jsonb,
    -- What the search was made from, to tell later whether it still is so.
    input              text,
    findings           jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (build_id, number)
);

-- The pool: how much each node of it can do at once.
CREATE TABLE builder (
    incarnation bigint PRIMARY KEY,
    node        text NOT NULL,
    slots       integer NOT NULL CHECK (slots > 0)
);
