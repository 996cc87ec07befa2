-- What the nodes that judge adherence read of the days around now.

CREATE INDEX agent_day_past_of ON agent_day_past (day);

-- What has reached agents lately.
CREATE INDEX schedule_notice_delivered ON schedule_notice (delivered_at);

-- Where somebody approved what an agent did. What is taken back stays, and counts no longer.
CREATE TABLE adherence_approval (
    id         uuid PRIMARY KEY,
    agent_id   uuid NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    note       text NOT NULL,
    author     text NOT NULL,
    at         timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz
);
CREATE INDEX adherence_approval_agent ON adherence_approval (agent_id, ends_at) WHERE removed_at IS NULL;
CREATE INDEX adherence_approval_of ON adherence_approval (ends_at) WHERE removed_at IS NULL;
