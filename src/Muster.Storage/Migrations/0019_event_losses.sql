-- Times of which a source lost events. What is taken back stays, and counts no longer.
CREATE TABLE event_loss (
    id         uuid PRIMARY KEY,
    source     integer NOT NULL REFERENCES event_source (number),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
    note       text NOT NULL,
    author     text NOT NULL,
    at         timestamptz NOT NULL,
    removed_by text,
    removed_at timestamptz
);
CREATE INDEX event_loss_of ON event_loss (ends_at) WHERE removed_at IS NULL;
