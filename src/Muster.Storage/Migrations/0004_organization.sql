-- What an organization is made of: tenants, units, skills, contracts.

-- One table for all kinds: they are few, they are read as a whole, and every node keeps them in memory. body holds the
-- fields as OrganizationJson writes them; tenant_id, business_unit_id and name are taken out of it, for joins and for
-- people. What they and the body refer to is checked by OrganizationRules, under one lock (LockIds.Organization).
-- Nothing is deleted: removed_at makes a tombstone, because schedules and history go on naming the row.
CREATE TABLE organization_item (
    id               uuid PRIMARY KEY,
    kind             text NOT NULL CHECK (kind IN ('tenant', 'time_zone', 'switch', 'skill', 'site', 'business_unit',
        'management_unit', 'team', 'activity_code', 'planning_group', 'service_goal', 'work_plan')),
    tenant_id        uuid REFERENCES organization_item,
    business_unit_id uuid REFERENCES organization_item,
    name             text NOT NULL,
    body             jsonb NOT NULL,
    version          bigint NOT NULL DEFAULT 1 CHECK (version > 0),
    removed_at       timestamptz,
    CHECK ((tenant_id IS NULL) = (kind = 'tenant'))
);
