-- Private addresses at which people read their schedules as calendars; how far publishes of many days are.

-- One for each account. Only the SHA-256 of what stands in the address is kept.
CREATE TABLE calendar_link (
    user_id      uuid PRIMARY KEY REFERENCES user_account ON DELETE CASCADE,
    secret_hash  bytea NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    last_read_at timestamptz
);

-- By the Idempotency-Key of the request. Written beside its transaction, so that others see it before that commits.
CREATE TABLE publish_progress (
    caller       uuid NOT NULL,
    key_hash     bytea NOT NULL,
    days         integer NOT NULL,
    days_written integer NOT NULL,
    -- There when it is committed.
    revision     bigint NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (caller, key_hash)
);
