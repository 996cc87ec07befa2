-- Agents, and the sources they come from.

CREATE TABLE source (
    id              uuid PRIMARY KEY,
    name            text NOT NULL CHECK (name <> ''),
    kind            text NOT NULL CHECK (kind IN ('directory', 'folder', 'import')),
    settings        jsonb NOT NULL,
    level           smallint NOT NULL CHECK (level BETWEEN 0 AND 2),
    -- Minutes between full runs; 0: at the start, then real time only.
    timeout_minutes integer NOT NULL CHECK (timeout_minutes >= 0),
    owned_by_wfm    text[] NOT NULL,
    brake_percent   double precision NOT NULL CHECK (brake_percent >= 0),
    brake_people    integer NOT NULL CHECK (brake_people >= 0),
    version         bigint NOT NULL,
    removed_at      timestamptz
);
CREATE UNIQUE INDEX source_name ON source (lower(name)) WHERE removed_at IS NULL;

-- How far a source has been followed: written by the node that follows it, under its lease.
CREATE TABLE source_state (
    source_id    uuid PRIMARY KEY REFERENCES source,
    -- Where changes go on from; moves in the transaction of the page it covers. Null: a full run is due.
    cursor       text,
    state        text NOT NULL DEFAULT 'waiting',
    sentence     text NOT NULL DEFAULT '',
    -- When the source made the last change that was applied, and when that was applied here.
    last_said_at timestamptz,
    last_at      timestamptz,
    last_full_at timestamptz,
    -- What somebody has asked for: a full run, or a plan of one.
    asked        text CHECK (asked IN ('full', 'plan')),
    asked_at     timestamptz
);

-- The mirror: what each source has said last of each object, and what that is in Muster.
CREATE TABLE identity (
    source_id   uuid NOT NULL REFERENCES source,
    kind        text NOT NULL CHECK (kind IN ('tenant', 'time_zone', 'switch', 'skill', 'site', 'person')),
    external_id text NOT NULL,
    entity_id   uuid,
    version     bigint,
    said_at     timestamptz,
    -- Null: gone.
    record      jsonb,
    -- Whether it has ever been said: a row is made before it is locked and filled.
    known       boolean NOT NULL DEFAULT false,
    touched_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (source_id, kind, external_id)
);
CREATE INDEX identity_entity ON identity (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX identity_site ON identity (source_id, (record ->> 'site')) WHERE kind = 'person';
CREATE INDEX identity_number ON identity ((record ->> 'employee_number')) WHERE kind = 'person';

CREATE TABLE agent (
    id                 uuid PRIMARY KEY,
    tenant_id          uuid NOT NULL,
    employee_number    text,
    user_name          text,
    first_name         text NOT NULL,
    last_name          text NOT NULL,
    email              text,
    site_id            uuid,
    management_unit_id uuid,
    time_zone_id       uuid,
    -- Of the last period, to find who works on a day; all of them are in details.
    employed_from      date,
    employed_to        date,
    skill_ids          uuid[] NOT NULL,
    skill_levels       smallint[] NOT NULL,
    -- Of the last entries; all of them are in details.
    team_id            uuid,
    work_plan_id       uuid,
    is_overridden      boolean NOT NULL,
    -- Periods, logins, teams, work plans, overrides, attributes.
    details            jsonb NOT NULL,
    removed_at         timestamptz,
    version            bigint NOT NULL,
    changed_at         timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX agent_unit ON agent (management_unit_id, last_name, first_name, id) WHERE removed_at IS NULL;
CREATE INDEX agent_by_name ON agent (last_name, first_name, id);
CREATE INDEX agent_skill ON agent USING gin (skill_ids) WITH (fastupdate = off);

-- What happened to whom: the history of a person, append-only.
CREATE TABLE agent_event (
    agent_id   uuid NOT NULL,
    version    bigint NOT NULL,
    place      smallint NOT NULL,
    kind       text NOT NULL,
    at         timestamptz NOT NULL,
    -- When the source says it happened.
    said_at    timestamptz,
    actor      text NOT NULL,
    -- Field, before, after.
    difference jsonb NOT NULL,
    PRIMARY KEY (agent_id, version, place)
);

CREATE TABLE sync_run (
    id         uuid PRIMARY KEY,
    source_id  uuid NOT NULL REFERENCES source,
    kind       text NOT NULL CHECK (kind IN ('full', 'plan')),
    state      text NOT NULL CHECK (state IN ('running', 'done', 'held', 'approved', 'failed')),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    objects    integer NOT NULL DEFAULT 0,
    changed    integer NOT NULL DEFAULT 0,
    ended      integer NOT NULL DEFAULT 0,
    rejected   integer NOT NULL DEFAULT 0,
    sentence   text NOT NULL DEFAULT '',
    -- What a plan would do, or what a held run waits to do.
    findings   jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX sync_run_source ON sync_run (source_id, started_at DESC);

-- What people should know of: refused, ambiguous, or done and worth a look.
CREATE TABLE sync_issue (
    id               uuid PRIMARY KEY,
    source_id        uuid NOT NULL REFERENCES source,
    kind             text NOT NULL CHECK (kind IN ('rejected', 'conflict', 'review')),
    object_kind      text,
    external_id      text,
    agent_id         uuid,
    place            text NOT NULL DEFAULT '',
    field            text NOT NULL,
    reason           text NOT NULL,
    missing_kind     text,
    missing_id       text,
    opened_at        timestamptz NOT NULL,
    settled_at       timestamptz,
    settled_by       text
);
CREATE INDEX sync_issue_open ON sync_issue (source_id, opened_at) WHERE settled_at IS NULL;
CREATE INDEX sync_issue_object ON sync_issue (source_id, object_kind, external_id) WHERE settled_at IS NULL;
CREATE INDEX sync_issue_missing ON sync_issue (source_id, missing_kind, missing_id)
    WHERE settled_at IS NULL AND missing_id IS NOT NULL;
