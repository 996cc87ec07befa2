-- The directory: who and what there is, as the company tells it. A schema of its own, so that it can be moved to a
-- database of its own, and granted by itself.
CREATE SCHEMA directory;

-- One row for each object that was ever told of: kind is person, skill, ... and external_id the company's own name for
-- it. A removed object keeps its row, so that its version goes on when it comes back; record is then what it was last.
-- record is written as the API writes it. tenant stands in record too; a tenant is its own.
-- external_id is ordered by bytes: lists go on from where they were, whatever the database's collation is.
CREATE TABLE directory.entry (
    kind        text COLLATE "C" NOT NULL
        CHECK (kind IN ('tenant', 'time_zone', 'switch', 'skill', 'site', 'person')),
    external_id text COLLATE "C" NOT NULL CHECK (external_id <> ''),
    tenant      text COLLATE "C" NOT NULL,
    record      jsonb NOT NULL,
    version     bigint NOT NULL,
    changed_at  timestamptz NOT NULL,
    deleted_at  timestamptz,
    PRIMARY KEY (kind, external_id)
);

-- For lists of a tenant, and for the question whether anything of it is left.
CREATE INDEX entry_tenant ON directory.entry (tenant, kind, external_id);
