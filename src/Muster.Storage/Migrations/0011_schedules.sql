-- Published schedules with all their versions, drafts of them, and what agents were told.

-- A version of the published schedules. It is written as its transaction begins, so ids are in no order; the version is
-- the scope's, set just before the commit.
CREATE TABLE schedule_revision (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version            bigint,
    business_unit_id   uuid NOT NULL,
    management_unit_id uuid NOT NULL,
    kind               text NOT NULL CHECK (kind IN ('publish', 'edit', 'restore')),
    draft_id           uuid,
    author             text NOT NULL,
    at                 timestamptz NOT NULL,
    note               text NOT NULL DEFAULT '',
    agents             integer NOT NULL DEFAULT 0,
    agent_days         integer NOT NULL DEFAULT 0
);
CREATE INDEX schedule_revision_unit ON schedule_revision (management_unit_id, version);
CREATE INDEX schedule_revision_version ON schedule_revision (version);

-- An agent's day as it is published. Its activities are four arrays of one length: minutes since 1970, minutes, layer
-- (0 work, 1 inside it, 2 time off), activity code. Without activities it is a free day.
CREATE TABLE agent_day (
    agent_id           uuid NOT NULL,
    day                date NOT NULL,
    management_unit_id uuid NOT NULL,
    version            bigint NOT NULL,
    revision           bigint NOT NULL,
    starts             integer[] NOT NULL,
    minutes            integer[] NOT NULL,
    layers             smallint[] NOT NULL,
    codes              uuid[] NOT NULL,
    PRIMARY KEY (agent_id, day)
) WITH (fillfactor = 70);
CREATE INDEX agent_day_unit ON agent_day (management_unit_id, day);
CREATE INDEX agent_day_of ON agent_day (day);
CREATE INDEX agent_day_revision ON agent_day (revision);

-- What days were before: version after version.
CREATE TABLE agent_day_past (
    agent_id           uuid NOT NULL,
    day                date NOT NULL,
    management_unit_id uuid NOT NULL,
    version            bigint NOT NULL,
    revision           bigint NOT NULL,
    -- The one that put another content in its place.
    replaced_by        bigint NOT NULL,
    starts             integer[] NOT NULL,
    minutes            integer[] NOT NULL,
    layers             smallint[] NOT NULL,
    codes              uuid[] NOT NULL,
    PRIMARY KEY (agent_id, day, version)
);
CREATE INDEX agent_day_past_unit ON agent_day_past (management_unit_id, day);
CREATE INDEX agent_day_past_revision ON agent_day_past (revision);
CREATE INDEX agent_day_past_replaced ON agent_day_past (replaced_by);

CREATE TABLE schedule_draft (
    id                 uuid PRIMARY KEY,
    business_unit_id   uuid NOT NULL,
    management_unit_id uuid NOT NULL,
    name               text NOT NULL CHECK (name <> ''),
    first_day          date NOT NULL,
    days               integer NOT NULL CHECK (days > 0),
    build_id           uuid,
    -- Of the published schedules when it was made.
    from_version       bigint NOT NULL,
    created_by         text NOT NULL,
    created_at         timestamptz NOT NULL,
    version            bigint NOT NULL,
    removed_at         timestamptz
);
CREATE INDEX schedule_draft_unit ON schedule_draft (management_unit_id, id DESC) WHERE removed_at IS NULL;

-- A day as a draft has it; a day that is not here is as it is published. A publish that is no draft's has its rows here
-- too, while it runs.
CREATE TABLE draft_day (
    draft_id     uuid NOT NULL,
    agent_id     uuid NOT NULL,
    day          date NOT NULL,
    -- Of the published day that it was made from; 0: there was none.
    base_version bigint NOT NULL,
    -- The draft's, when the day was last changed.
    version      bigint NOT NULL,
    changed_by   text NOT NULL,
    starts       integer[] NOT NULL,
    minutes      integer[] NOT NULL,
    layers       smallint[] NOT NULL,
    codes        uuid[] NOT NULL,
    PRIMARY KEY (draft_id, agent_id, day)
);
CREATE INDEX draft_day_version ON draft_day (draft_id, version);

-- What was done to a draft, and what it was before, to undo it. A day without activities there was free; a day that is
-- "absent" was as published.
CREATE TABLE draft_edit (
    draft_id  uuid NOT NULL REFERENCES schedule_draft ON DELETE CASCADE,
    -- The draft's version that it made.
    version   bigint NOT NULL,
    author    text NOT NULL,
    author_id uuid NOT NULL,
    at        timestamptz NOT NULL,
    sentence  text NOT NULL,
    before    jsonb NOT NULL,
    -- The version that took it back; null: it stands.
    undone_by bigint,
    PRIMARY KEY (draft_id, version)
);

-- What an agent was told of a version, and when it arrived.
CREATE TABLE schedule_notice (
    id              uuid PRIMARY KEY,
    agent_id        uuid NOT NULL,
    revision        bigint NOT NULL,
    days            date[] NOT NULL,
    -- Whether it changes days that begin within the notice period.
    is_short        boolean NOT NULL,
    at              timestamptz NOT NULL,
    delivered_at    timestamptz,
    acknowledged_at timestamptz
);
CREATE INDEX schedule_notice_agent ON schedule_notice (agent_id, id DESC);

-- Whose schedule a signed-in person sees.
CREATE INDEX agent_user_name ON agent (lower(user_name)) WHERE user_name IS NOT NULL AND removed_at IS NULL;
