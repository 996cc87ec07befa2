-- By whom each site was planned when a source's people were last decided on: kept, so that a site
-- assigned while nobody follows the source is seen by the next one that does.
ALTER TABLE source_state ADD COLUMN sites jsonb NOT NULL DEFAULT '{}';

-- Of a conflict about who somebody is: who may be the same person.
ALTER TABLE sync_issue ADD COLUMN other_agent_id uuid;
