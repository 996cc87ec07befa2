-- Who may sign in, what they may do, what they did; answers kept for idempotent requests.

CREATE TABLE user_account (
    id                   uuid PRIMARY KEY,
    user_name            text NOT NULL CHECK (user_name <> ''),
    display_name         text NOT NULL,
    email                text,
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL,
    failed_sign_ins      integer NOT NULL DEFAULT 0,
    locked_until         timestamptz,
    disabled             boolean NOT NULL DEFAULT false,
    last_signed_in_at    timestamptz,
    version              bigint NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL
);
CREATE UNIQUE INDEX user_account_user_name ON user_account (lower(user_name));

CREATE TABLE access_role (
    id          uuid PRIMARY KEY,
    name        text NOT NULL CHECK (name <> ''),
    description text NOT NULL,
    -- The permissions of built-in roles stand in the program, so that a new version brings them along.
    built_in    text UNIQUE CHECK (built_in IN ('administrator', 'planner', 'supervisor', 'agent')),
    permissions text[] NOT NULL,
    version     bigint NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX access_role_name ON access_role (lower(name));

INSERT INTO access_role (id, name, description, built_in, permissions, created_at) VALUES
    ('00000000-0000-7000-8000-000000000001', 'Administrator', 'May do everything.', 'administrator', '{}', now()),
    ('00000000-0000-7000-8000-000000000002', 'Planner', 'Forecasts, builds and publishes schedules.', 'planner', '{}', now()),
    ('00000000-0000-7000-8000-000000000003', 'Supervisor', 'Leads a team through the day.', 'supervisor', '{}', now()),
    ('00000000-0000-7000-8000-000000000004', 'Agent', 'Sees and answers for one''s own schedule.', 'agent', '{}', now());

CREATE TABLE client (
    id            uuid PRIMARY KEY,
    client_id     text NOT NULL UNIQUE,
    name          text NOT NULL CHECK (name <> ''),
    secret_hash   bytea NOT NULL,
    token_minutes integer NOT NULL CHECK (token_minutes > 0),
    disabled      boolean NOT NULL DEFAULT false,
    version       bigint NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL
);
CREATE UNIQUE INDEX client_name ON client (lower(name));

-- Exactly one of user_id and client_id. A unit is named by its id; scope_unit is null for the scope 'all'.
CREATE TABLE access_grant (
    user_id        uuid REFERENCES user_account ON DELETE CASCADE,
    client_id      uuid REFERENCES client ON DELETE CASCADE,
    access_role_id uuid NOT NULL REFERENCES access_role,
    scope_kind     text NOT NULL CHECK (scope_kind IN ('all', 'business_unit', 'management_unit')),
    scope_unit     uuid,
    CHECK (num_nonnulls(user_id, client_id) = 1),
    CHECK ((scope_kind = 'all') = (scope_unit IS NULL)),
    UNIQUE NULLS NOT DISTINCT (user_id, client_id, access_role_id, scope_kind, scope_unit)
);
CREATE INDEX access_grant_client ON access_grant (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX access_grant_access_role ON access_grant (access_role_id);

-- A signed-in browser: its cookie holds a random key, this row the key's SHA-256, so that any server accepts it.
CREATE TABLE session (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
    key_hash     bytea NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    address      text
);
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_expires ON session (expires_at);

-- Opaque access tokens, stored as SHA-256 of the token. permissions: what the client asked for, null for all it holds.
CREATE TABLE access_token (
    id           uuid PRIMARY KEY,
    client_id    uuid NOT NULL REFERENCES client ON DELETE CASCADE,
    token_hash   bytea NOT NULL UNIQUE,
    permissions  text[],
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX access_token_client ON access_token (client_id);

CREATE TABLE preference (
    user_id uuid NOT NULL REFERENCES user_account ON DELETE CASCADE,
    page    text NOT NULL,
    value   jsonb NOT NULL,
    PRIMARY KEY (user_id, page)
);

-- The answer to a POST that carried an Idempotency-Key, written in the transaction of the change itself. It may hold a
-- secret shown once, so it is sealed with a key derived from the Idempotency-Key, of which only a hash is kept.
CREATE TABLE idempotent_answer (
    caller       uuid NOT NULL,
    key_hash     bytea NOT NULL,
    request_hash bytea NOT NULL,
    sealed       bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key_hash)
);
CREATE INDEX idempotent_answer_created ON idempotent_answer (created_at);

CREATE TABLE audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'client', 'system')),
    actor_id   uuid,
    actor_name text NOT NULL,
    address    text,
    action     text NOT NULL,
    entity     text NOT NULL,
    entity_id  text NOT NULL,
    before     jsonb,
    after      jsonb,
    request_id text NOT NULL
);
CREATE INDEX audit_entity ON audit (entity, entity_id, id);
CREATE INDEX audit_at ON audit (at);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only.';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
