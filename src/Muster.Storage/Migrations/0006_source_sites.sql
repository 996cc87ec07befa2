-- By whom each site was planned when a source's people were last decided on: kept, so that a site
-- assigned while nobody follows the source is seen by the next one that does.
ALTER TABLE source_state ADD COLUMN sites jsonb NOT NULL DEFAULT '{}';
