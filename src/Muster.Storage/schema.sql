-- The schema after all migrations, as PostgreSQL describes it. Made by a test (MUSTER_ACCEPT=1); do not edit.

-- columns
access_grant.user_id uuid
access_grant.client_id uuid
access_grant.access_role_id uuid NOT NULL
access_grant.scope_kind text NOT NULL
access_grant.scope_unit uuid
access_role.id uuid NOT NULL
access_role.name text NOT NULL
access_role.description text NOT NULL
access_role.built_in text
access_role.permissions text[] NOT NULL
access_role.version bigint NOT NULL DEFAULT 1
access_role.created_at timestamp with time zone NOT NULL
access_token.id uuid NOT NULL
access_token.client_id uuid NOT NULL
access_token.token_hash bytea NOT NULL
access_token.permissions text[]
access_token.issued_at timestamp with time zone NOT NULL
access_token.expires_at timestamp with time zone NOT NULL
access_token.last_used_at timestamp with time zone
access_token.revoked_at timestamp with time zone
audit.id bigint NOT NULL IDENTITY
audit.at timestamp with time zone NOT NULL
audit.actor_kind text NOT NULL
audit.actor_id uuid
audit.actor_name text NOT NULL
audit.address text
audit.action text NOT NULL
audit.entity text NOT NULL
audit.entity_id text NOT NULL
audit.before jsonb
audit.after jsonb
audit.request_id text NOT NULL
change.scope integer NOT NULL
change.seq bigint NOT NULL
change.at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
change.entity text NOT NULL
change.entity_id text NOT NULL
change.entity_version bigint NOT NULL
change.operation text NOT NULL
change.payload text
change.origin text NOT NULL
client.id uuid NOT NULL
client.client_id text NOT NULL
client.name text NOT NULL
client.secret_hash bytea NOT NULL
client.token_minutes integer NOT NULL
client.disabled boolean NOT NULL DEFAULT false
client.version bigint NOT NULL DEFAULT 1
client.created_at timestamp with time zone NOT NULL
cluster_key.one boolean NOT NULL DEFAULT true
cluster_key.key bytea NOT NULL
fence.name text NOT NULL
fence.timeline integer NOT NULL
fence.epoch bigint NOT NULL
idempotent_answer.caller uuid NOT NULL
idempotent_answer.key_hash bytea NOT NULL
idempotent_answer.request_hash bytea NOT NULL
idempotent_answer.sealed bytea NOT NULL
idempotent_answer.created_at timestamp with time zone NOT NULL
lease.name text NOT NULL
lease.holder text
lease.incarnation bigint
lease.expires_at timestamp with time zone NOT NULL
lease.renewal bigint NOT NULL DEFAULT 0
lease.detector boolean NOT NULL DEFAULT false
lease.handover_to text
lease.handover_until timestamp with time zone
lease.taken_at timestamp with time zone NOT NULL
lease.taken_because text NOT NULL
member.incarnation bigint NOT NULL
member.node text NOT NULL
member.beat bigint NOT NULL
member.beat_at timestamp with time zone NOT NULL
member.roles text[] NOT NULL
member.addresses text[] NOT NULL
member.build text NOT NULL
member.started_at timestamp with time zone NOT NULL
member.applied jsonb NOT NULL DEFAULT '{}'::jsonb
member.links text[] NOT NULL DEFAULT '{}'::text[]
member.reads bigint[] NOT NULL DEFAULT '{0,0,0}'::bigint[]
migration.number integer NOT NULL
migration.name text NOT NULL
migration.hash bytea NOT NULL
migration.applied_at timestamp with time zone NOT NULL
organization_item.id uuid NOT NULL
organization_item.kind text NOT NULL
organization_item.tenant_id uuid
organization_item.business_unit_id uuid
organization_item.name text NOT NULL
organization_item.body jsonb NOT NULL
organization_item.version bigint NOT NULL DEFAULT 1
organization_item.removed_at timestamp with time zone
preference.user_id uuid NOT NULL
preference.page text NOT NULL
preference.value jsonb NOT NULL
scope.id integer NOT NULL IDENTITY
scope.name text NOT NULL
scope.version bigint NOT NULL DEFAULT 0
session.id uuid NOT NULL
session.user_id uuid NOT NULL
session.key_hash bytea NOT NULL
session.created_at timestamp with time zone NOT NULL
session.expires_at timestamp with time zone NOT NULL
session.address text
user_account.id uuid NOT NULL
user_account.user_name text NOT NULL
user_account.display_name text NOT NULL
user_account.email text
user_account.password_hash text NOT NULL
user_account.must_change_password boolean NOT NULL
user_account.failed_sign_ins integer NOT NULL DEFAULT 0
user_account.locked_until timestamp with time zone
user_account.disabled boolean NOT NULL DEFAULT false
user_account.last_signed_in_at timestamp with time zone
user_account.version bigint NOT NULL DEFAULT 1
user_account.created_at timestamp with time zone NOT NULL

-- constraints
access_grant.access_grant_access_role_id_fkey FOREIGN KEY (access_role_id) REFERENCES access_role(id)
access_grant.access_grant_check CHECK ((num_nonnulls(user_id, client_id) = 1))
access_grant.access_grant_check1 CHECK (((scope_kind = 'all'::text) = (scope_unit IS NULL)))
access_grant.access_grant_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(id) ON DELETE CASCADE
access_grant.access_grant_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['all'::text, 'business_unit'::text, 'management_unit'::text])))
access_grant.access_grant_user_id_client_id_access_role_id_scope_kind_sc_key UNIQUE NULLS NOT DISTINCT (user_id, client_id, access_role_id, scope_kind, scope_unit)
access_grant.access_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
access_role.access_role_built_in_check CHECK ((built_in = ANY (ARRAY['administrator'::text, 'planner'::text, 'supervisor'::text, 'agent'::text])))
access_role.access_role_built_in_key UNIQUE (built_in)
access_role.access_role_name_check CHECK ((name <> ''::text))
access_role.access_role_pkey PRIMARY KEY (id)
access_token.access_token_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(id) ON DELETE CASCADE
access_token.access_token_pkey PRIMARY KEY (id)
access_token.access_token_token_hash_key UNIQUE (token_hash)
audit.audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text, 'system'::text])))
audit.audit_pkey PRIMARY KEY (id)
change.change_operation_check CHECK ((operation = ANY (ARRAY['put'::text, 'delete'::text])))
change.change_pkey PRIMARY KEY (scope, seq, at)
client.client_client_id_key UNIQUE (client_id)
client.client_name_check CHECK ((name <> ''::text))
client.client_pkey PRIMARY KEY (id)
client.client_token_minutes_check CHECK ((token_minutes > 0))
cluster_key.cluster_key_key_check CHECK ((length(key) = 32))
cluster_key.cluster_key_one_check CHECK (one)
cluster_key.cluster_key_pkey PRIMARY KEY (one)
fence.fence_pkey PRIMARY KEY (name)
idempotent_answer.idempotent_answer_pkey PRIMARY KEY (caller, key_hash)
lease.lease_check CHECK (((holder IS NULL) = (incarnation IS NULL)))
lease.lease_pkey PRIMARY KEY (name)
member.member_pkey PRIMARY KEY (incarnation)
migration.migration_pkey PRIMARY KEY (number)
organization_item.organization_item_business_unit_id_fkey FOREIGN KEY (business_unit_id) REFERENCES organization_item(id)
organization_item.organization_item_check CHECK (((tenant_id IS NULL) = (kind = 'tenant'::text)))
organization_item.organization_item_kind_check CHECK ((kind = ANY (ARRAY['tenant'::text, 'time_zone'::text, 'switch'::text, 'skill'::text, 'site'::text, 'business_unit'::text, 'management_unit'::text, 'team'::text, 'activity_code'::text, 'planning_group'::text, 'service_goal'::text, 'work_plan'::text])))
organization_item.organization_item_pkey PRIMARY KEY (id)
organization_item.organization_item_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES organization_item(id)
organization_item.organization_item_version_check CHECK ((version > 0))
preference.preference_pkey PRIMARY KEY (user_id, page)
preference.preference_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
scope.scope_name_check CHECK ((name <> ''::text))
scope.scope_name_key UNIQUE (name)
scope.scope_pkey PRIMARY KEY (id)
session.session_key_hash_key UNIQUE (key_hash)
session.session_pkey PRIMARY KEY (id)
session.session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
user_account.user_account_pkey PRIMARY KEY (id)
user_account.user_account_user_name_check CHECK ((user_name <> ''::text))

-- indexes
CREATE INDEX access_grant_access_role ON muster.access_grant USING btree (access_role_id)
CREATE INDEX access_grant_client ON muster.access_grant USING btree (client_id) WHERE (client_id IS NOT NULL)
CREATE INDEX access_token_client ON muster.access_token USING btree (client_id)
CREATE INDEX audit_at ON muster.audit USING btree (at)
CREATE INDEX audit_entity ON muster.audit USING btree (entity, entity_id, id)
CREATE INDEX idempotent_answer_created ON muster.idempotent_answer USING btree (created_at)
CREATE INDEX session_expires ON muster.session USING btree (expires_at)
CREATE INDEX session_of_user ON muster.session USING btree (user_id)
CREATE UNIQUE INDEX access_grant_user_id_client_id_access_role_id_scope_kind_sc_key ON muster.access_grant USING btree (user_id, client_id, access_role_id, scope_kind, scope_unit) NULLS NOT DISTINCT
CREATE UNIQUE INDEX access_role_built_in_key ON muster.access_role USING btree (built_in)
CREATE UNIQUE INDEX access_role_name ON muster.access_role USING btree (lower(name))
CREATE UNIQUE INDEX access_role_pkey ON muster.access_role USING btree (id)
CREATE UNIQUE INDEX access_token_pkey ON muster.access_token USING btree (id)
CREATE UNIQUE INDEX access_token_token_hash_key ON muster.access_token USING btree (token_hash)
CREATE UNIQUE INDEX audit_pkey ON muster.audit USING btree (id)
CREATE UNIQUE INDEX change_pkey ON ONLY muster.change USING btree (scope, seq, at)
CREATE UNIQUE INDEX client_client_id_key ON muster.client USING btree (client_id)
CREATE UNIQUE INDEX client_name ON muster.client USING btree (lower(name))
CREATE UNIQUE INDEX client_pkey ON muster.client USING btree (id)
CREATE UNIQUE INDEX cluster_key_pkey ON muster.cluster_key USING btree (one)
CREATE UNIQUE INDEX fence_pkey ON muster.fence USING btree (name)
CREATE UNIQUE INDEX idempotent_answer_pkey ON muster.idempotent_answer USING btree (caller, key_hash)
CREATE UNIQUE INDEX lease_pkey ON muster.lease USING btree (name)
CREATE UNIQUE INDEX member_pkey ON muster.member USING btree (incarnation)
CREATE UNIQUE INDEX migration_pkey ON muster.migration USING btree (number)
CREATE UNIQUE INDEX organization_item_pkey ON muster.organization_item USING btree (id)
CREATE UNIQUE INDEX preference_pkey ON muster.preference USING btree (user_id, page)
CREATE UNIQUE INDEX scope_name_key ON muster.scope USING btree (name)
CREATE UNIQUE INDEX scope_pkey ON muster.scope USING btree (id)
CREATE UNIQUE INDEX session_key_hash_key ON muster.session USING btree (key_hash)
CREATE UNIQUE INDEX session_pkey ON muster.session USING btree (id)
CREATE UNIQUE INDEX user_account_pkey ON muster.user_account USING btree (id)
CREATE UNIQUE INDEX user_account_user_name ON muster.user_account USING btree (lower(user_name))

-- triggers
CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON muster.audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()

-- functions
CREATE OR REPLACE FUNCTION muster.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only.';
END $function$

CREATE OR REPLACE FUNCTION muster.keep_change_partitions()
 RETURNS integer
 LANGUAGE plpgsql
 SET lock_timeout TO '1s'
AS $function$
DECLARE
    this_week timestamp := date_trunc('week', clock_timestamp() AT TIME ZONE 'UTC');
    week      timestamp;
    part      text;
    touched   integer := 0;
BEGIN
    -- One upkeep at a time, without stopping anybody else: two that have both looked into the default partition would
    -- wait for each other below.
    LOCK TABLE ONLY change IN SHARE UPDATE EXCLUSIVE MODE;

    -- Nearly always there is nothing to do, and then no writer is stopped.
    IF to_regclass(to_char(this_week, '"change_"YYYYMMDD')) IS NOT NULL
        AND to_regclass(to_char(this_week + interval '7 days', '"change_"YYYYMMDD')) IS NOT NULL
        AND to_regclass(to_char(this_week + interval '14 days', '"change_"YYYYMMDD')) IS NOT NULL
        AND NOT EXISTS (SELECT FROM change_default)
        AND NOT EXISTS (SELECT FROM old_change_partitions())
    THEN
        RETURN 0;
    END IF;

    -- The parent first and in full: a writer holds it when it comes to a partition, so any other order may deadlock.
    -- It also keeps new rows out of the default partition while it is emptied.
    LOCK TABLE change IN ACCESS EXCLUSIVE MODE;

    DELETE FROM change_default
    WHERE date_trunc('week', at AT TIME ZONE 'UTC') + interval '37 days' < clock_timestamp() AT TIME ZONE 'UTC';

    FOR week IN
        SELECT this_week + n * interval '7 days' FROM generate_series(0, 2) n
        UNION SELECT date_trunc('week', at AT TIME ZONE 'UTC') FROM change_default
        ORDER BY 1
    LOOP
        part := to_char(week, '"change_"YYYYMMDD');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        -- Attached only when it is filled: a partition cannot be made for a range of which the default holds rows.
        EXECUTE format('CREATE TABLE %I (LIKE change INCLUDING ALL)', part);
        EXECUTE format(
            'WITH moved AS (DELETE FROM change_default WHERE at >= $1 AND at < $2 RETURNING *)
            INSERT INTO %I SELECT * FROM moved', part)
            USING week AT TIME ZONE 'UTC', (week + interval '7 days') AT TIME ZONE 'UTC';
        EXECUTE format(
            'ALTER TABLE change ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            part, week AT TIME ZONE 'UTC', (week + interval '7 days') AT TIME ZONE 'UTC');
        touched := touched + 1;
    END LOOP;

    FOR part IN SELECT * FROM old_change_partitions() LOOP
        EXECUTE format('DROP TABLE %I', part);
        touched := touched + 1;
    END LOOP;

    RETURN touched;
END $function$

CREATE OR REPLACE FUNCTION muster.old_change_partitions()
 RETURNS SETOF name
 LANGUAGE sql
AS $function$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'change'::regclass AND c.relname ~ '^change_\d{8}$'
        AND to_date(right(c.relname, 8), 'YYYYMMDD') + interval '37 days' < clock_timestamp() AT TIME ZONE 'UTC'
$function$

CREATE OR REPLACE FUNCTION muster.timeline()
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer $function$

CREATE OR REPLACE FUNCTION muster.wait_for_lock(class integer, key integer, at_most interval)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
    -- Local to the transaction. At least 1, because 0 means for ever.
    PERFORM set_config('lock_timeout', greatest(1, extract(epoch FROM at_most) * 1000)::integer::text, true);
    PERFORM pg_advisory_lock(class, key);
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $function$

