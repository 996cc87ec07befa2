-- Which state of its draft a revision published: what came before can no longer be undone in the draft.
ALTER TABLE schedule_revision ADD COLUMN draft_version bigint;

-- Whom a revision concerns, for the nodes that follow the schedules.
CREATE INDEX schedule_notice_revision ON schedule_notice (revision);
