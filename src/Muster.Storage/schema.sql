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
adherence_approval.id uuid NOT NULL
adherence_approval.agent_id uuid NOT NULL
adherence_approval.starts_at timestamp with time zone NOT NULL
adherence_approval.ends_at timestamp with time zone NOT NULL
adherence_approval.note text NOT NULL
adherence_approval.author text NOT NULL
adherence_approval.at timestamp with time zone NOT NULL
adherence_approval.removed_by text
adherence_approval.removed_at timestamp with time zone
adherence_exception.agent_id uuid NOT NULL
adherence_exception.day date NOT NULL
adherence_exception.starts_at timestamp with time zone NOT NULL
adherence_exception.ends_at timestamp with time zone NOT NULL
adherence_exception.verdict text NOT NULL
adherence_exception.impact text NOT NULL
adherence_exception.rule text NOT NULL
adherence_exception.activity_code_id uuid
adherence_exception.actual text NOT NULL
adherence_exception.source text
adherence_exception.state text
adherence_exception.reason text
adherence_exception.schedule_version bigint NOT NULL
adherence_exception.told_at timestamp with time zone
adherence_exception.approval_id uuid
adherence_interval.agent_id uuid NOT NULL
adherence_interval.starts_at timestamp with time zone NOT NULL
adherence_interval.adherent smallint NOT NULL
adherence_interval."out" smallint NOT NULL
adherence_interval.explained smallint NOT NULL
adherence_interval.unknown smallint NOT NULL
adherence_interval.ignored smallint NOT NULL
adherence_interval.unscheduled smallint NOT NULL
adherence_interval.unscheduled_explained smallint NOT NULL
adherence_interval.scheduled_on_queue smallint NOT NULL
adherence_interval.scheduled_work smallint NOT NULL
adherence_interval.work smallint NOT NULL
adherence_interval.did_on_queue smallint NOT NULL
adherence_interval.did_break smallint NOT NULL
adherence_interval.did_meal smallint NOT NULL
adherence_interval.did_meeting smallint NOT NULL
adherence_interval.did_training smallint NOT NULL
adherence_interval.did_time_off smallint NOT NULL
adherence_interval.did_unavailable smallint NOT NULL
adherence_interval.did_other_work smallint NOT NULL
adherence_interval.did_logged_out smallint NOT NULL
adherence_interval.did_ignored smallint NOT NULL
adherence_interval.did_unmapped smallint NOT NULL
adherence_interval.did_unknown smallint NOT NULL
adherence_position.id smallint NOT NULL DEFAULT 1
adherence_position.timeline integer NOT NULL
adherence_position.seen bigint NOT NULL
adherence_position.log_seq bigint NOT NULL
adherence_position.schedules bigint NOT NULL
adherence_position.terms bigint NOT NULL
adherence_position.heard jsonb NOT NULL
adherence_position.read_at timestamp with time zone NOT NULL
adherence_position.until timestamp with time zone NOT NULL
adherence_position.first_day date NOT NULL
adherence_recount.agent_id uuid NOT NULL
adherence_recount.first_day date NOT NULL
adherence_recount.end_day date NOT NULL
adherence_recount.number bigint NOT NULL IDENTITY
adherence_recount.asked_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
adherence_rule_change.business_unit_id uuid NOT NULL
adherence_rule_change.version bigint NOT NULL
adherence_rule_change.from_day date
adherence_rule_change.rules jsonb
adherence_rule_change.author text NOT NULL
adherence_rule_change.at timestamp with time zone NOT NULL
agent.id uuid NOT NULL
agent.tenant_id uuid NOT NULL
agent.employee_number text
agent.user_name text
agent.first_name text NOT NULL
agent.last_name text NOT NULL
agent.email text
agent.site_id uuid
agent.management_unit_id uuid
agent.time_zone_id uuid
agent.employed_from date
agent.employed_to date
agent.skill_ids uuid[] NOT NULL
agent.skill_levels smallint[] NOT NULL
agent.team_id uuid
agent.work_plan_id uuid
agent.is_overridden boolean NOT NULL
agent.details jsonb NOT NULL
agent.removed_at timestamp with time zone
agent.version bigint NOT NULL
agent.changed_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
agent_day.agent_id uuid NOT NULL
agent_day.day date NOT NULL
agent_day.management_unit_id uuid NOT NULL
agent_day.version bigint NOT NULL
agent_day.revision bigint NOT NULL
agent_day.starts integer[] NOT NULL
agent_day.minutes integer[] NOT NULL
agent_day.layers smallint[] NOT NULL
agent_day.codes uuid[] NOT NULL
agent_day_past.agent_id uuid NOT NULL
agent_day_past.day date NOT NULL
agent_day_past.management_unit_id uuid NOT NULL
agent_day_past.version bigint NOT NULL
agent_day_past.revision bigint NOT NULL
agent_day_past.replaced_by bigint NOT NULL
agent_day_past.starts integer[] NOT NULL
agent_day_past.minutes integer[] NOT NULL
agent_day_past.layers smallint[] NOT NULL
agent_day_past.codes uuid[] NOT NULL
agent_event.agent_id uuid NOT NULL
agent_event.version bigint NOT NULL
agent_event.place smallint NOT NULL
agent_event.kind text NOT NULL
agent_event.at timestamp with time zone NOT NULL
agent_event.said_at timestamp with time zone
agent_event.actor text NOT NULL
agent_event.difference jsonb NOT NULL
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
build_part.build_id uuid NOT NULL
build_part.number integer NOT NULL
build_part.management_unit_id uuid NOT NULL
build_part.seed bigint NOT NULL
build_part.state text NOT NULL DEFAULT 'waiting'::text
build_part.claim integer NOT NULL DEFAULT 0
build_part.builder bigint
build_part.node text
build_part.sentence text NOT NULL DEFAULT ''::text
build_part.spent_ms bigint NOT NULL DEFAULT 0
build_part.steps bigint NOT NULL DEFAULT 0
build_part.breaches bigint
build_part.cost bigint
build_part.bound bigint
build_part.progress jsonb NOT NULL DEFAULT '[]'::jsonb
build_part.incumbent jsonb
build_part.input text
build_part.findings jsonb NOT NULL DEFAULT '[]'::jsonb
build_part.taken_at timestamp with time zone
builder.incarnation bigint NOT NULL
builder.node text NOT NULL
builder.slots integer NOT NULL
calendar_link.user_id uuid NOT NULL
calendar_link.secret_hash bytea NOT NULL
calendar_link.created_at timestamp with time zone NOT NULL
calendar_link.last_read_at timestamp with time zone
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
draft_day.draft_id uuid NOT NULL
draft_day.agent_id uuid NOT NULL
draft_day.day date NOT NULL
draft_day.base_version bigint NOT NULL
draft_day.version bigint NOT NULL
draft_day.changed_by text NOT NULL
draft_day.starts integer[] NOT NULL
draft_day.minutes integer[] NOT NULL
draft_day.layers smallint[] NOT NULL
draft_day.codes uuid[] NOT NULL
draft_edit.draft_id uuid NOT NULL
draft_edit.version bigint NOT NULL
draft_edit.author text NOT NULL
draft_edit.author_id uuid NOT NULL
draft_edit.at timestamp with time zone NOT NULL
draft_edit.sentence text NOT NULL
draft_edit.before jsonb NOT NULL
draft_edit.undone_by bigint
directory.entry.kind text NOT NULL
directory.entry.external_id text NOT NULL
directory.entry.tenant text NOT NULL
directory.entry.record jsonb NOT NULL
directory.entry.version bigint NOT NULL
directory.entry.changed_at timestamp with time zone NOT NULL
directory.entry.deleted_at timestamp with time zone
event_day.day date NOT NULL
event_day.first bigint NOT NULL
event_feed.id smallint NOT NULL DEFAULT 1
event_feed.last bigint NOT NULL DEFAULT 0
event_feed.last_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
event_log.seq bigint NOT NULL
event_log.received_at timestamp with time zone NOT NULL
event_log.source integer NOT NULL
event_log.run integer NOT NULL
event_log."position" bigint NOT NULL
event_log.at timestamp with time zone NOT NULL
event_log.agent_id uuid NOT NULL
event_log.state integer NOT NULL
event_log.content bigint NOT NULL
event_loss.id uuid NOT NULL
event_loss.source integer NOT NULL
event_loss.starts_at timestamp with time zone NOT NULL
event_loss.ends_at timestamp with time zone NOT NULL
event_loss.note text NOT NULL
event_loss.author text NOT NULL
event_loss.at timestamp with time zone NOT NULL
event_loss.removed_by text
event_loss.removed_at timestamp with time zone
event_quarantine.id bigint NOT NULL IDENTITY
event_quarantine.source integer NOT NULL
event_quarantine.run integer NOT NULL
event_quarantine."position" bigint
event_quarantine.content bigint NOT NULL
event_quarantine.line text NOT NULL
event_quarantine.kind text NOT NULL
event_quarantine.field text NOT NULL
event_quarantine.reason text NOT NULL
event_quarantine.first_at timestamp with time zone NOT NULL
event_quarantine.last_at timestamp with time zone NOT NULL
event_quarantine.times bigint NOT NULL
event_source.id uuid NOT NULL
event_source.number integer NOT NULL IDENTITY
event_source.tenant_id uuid NOT NULL
event_source.name text NOT NULL
event_source.switch_id uuid
event_source.clock_offset_ms bigint NOT NULL DEFAULT 0
event_source.run integer NOT NULL DEFAULT 1
event_source.last_position bigint NOT NULL DEFAULT 0
event_source.heard_at timestamp with time zone
event_source.events bigint NOT NULL DEFAULT 0
event_source.statistics bigint NOT NULL DEFAULT 0
event_source.duplicates bigint NOT NULL DEFAULT 0
event_source.quarantined bigint NOT NULL DEFAULT 0
event_source.dropped bigint NOT NULL DEFAULT 0
event_source.version bigint NOT NULL DEFAULT 1
event_source.created_at timestamp with time zone NOT NULL
event_span.source integer NOT NULL
event_span.run integer NOT NULL
event_span.day date NOT NULL
event_span.low bigint NOT NULL
event_span.high bigint NOT NULL
event_state.id integer NOT NULL IDENTITY
event_state.source integer NOT NULL
event_state.state text NOT NULL
event_state.reason text NOT NULL
fence.name text NOT NULL
fence.timeline integer NOT NULL
fence.epoch bigint NOT NULL
forecast.id uuid NOT NULL
forecast.business_unit_id uuid NOT NULL
forecast.fields jsonb NOT NULL
forecast.state text NOT NULL
forecast.done integer NOT NULL DEFAULT 0
forecast.sentence text NOT NULL DEFAULT ''::text
forecast.created_by text NOT NULL
forecast.created_at timestamp with time zone NOT NULL
forecast.ended_at timestamp with time zone
forecast.version bigint NOT NULL
forecast.removed_at timestamp with time zone
forecast_group.forecast_id uuid NOT NULL
forecast_group.planning_group_id uuid NOT NULL
forecast_group.machine text
forecast_group.trouble text
forecast_group.handle_seconds double precision[]
forecast_group.layers jsonb NOT NULL DEFAULT '[]'::jsonb
forecast_group.staffing jsonb NOT NULL DEFAULT '{}'::jsonb
forecast_group.version bigint NOT NULL DEFAULT 1
history_interval.queue_id integer NOT NULL
history_interval.at timestamp with time zone NOT NULL
history_interval.offered double precision NOT NULL
history_interval.handled double precision
history_interval.handle_seconds double precision
history_queue.id integer NOT NULL IDENTITY
history_queue.business_unit_id uuid NOT NULL
history_queue.name text NOT NULL
history_queue.minutes smallint NOT NULL
history_queue.intervals bigint NOT NULL DEFAULT 0
history_queue.offered double precision NOT NULL DEFAULT 0
history_queue.first_at timestamp with time zone
history_queue.last_at timestamp with time zone
history_queue.forgotten_at timestamp with time zone
idempotent_answer.caller uuid NOT NULL
idempotent_answer.key_hash bytea NOT NULL
idempotent_answer.request_hash bytea NOT NULL
idempotent_answer.sealed bytea NOT NULL
idempotent_answer.created_at timestamp with time zone NOT NULL
identity.source_id uuid NOT NULL
identity.kind text NOT NULL
identity.external_id text NOT NULL
identity.entity_id uuid
identity.version bigint
identity.said_at timestamp with time zone
identity.record jsonb
identity.known boolean NOT NULL DEFAULT false
identity.touched_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
interval_statistic.source integer NOT NULL
interval_statistic.queue text NOT NULL
interval_statistic.at timestamp with time zone NOT NULL
interval_statistic.minutes smallint NOT NULL
interval_statistic.offered double precision NOT NULL
interval_statistic.answered double precision
interval_statistic.abandoned double precision
interval_statistic.handle_seconds double precision
interval_statistic.answered_within double precision
interval_statistic.run integer NOT NULL
interval_statistic."position" bigint NOT NULL
interval_statistic.content bigint NOT NULL
interval_statistic.received_at timestamp with time zone NOT NULL
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
publish_progress.caller uuid NOT NULL
publish_progress.key_hash bytea NOT NULL
publish_progress.days integer NOT NULL
publish_progress.days_written integer NOT NULL
publish_progress.revision bigint NOT NULL
publish_progress.at timestamp with time zone NOT NULL
schedule_build.id uuid NOT NULL
schedule_build.business_unit_id uuid NOT NULL
schedule_build.fields jsonb NOT NULL
schedule_build.seconds integer NOT NULL
schedule_build.priority smallint NOT NULL
schedule_build.state text NOT NULL
schedule_build.is_stopping boolean NOT NULL DEFAULT false
schedule_build.sentence text NOT NULL DEFAULT ''::text
schedule_build.created_by text NOT NULL
schedule_build.created_at timestamp with time zone NOT NULL
schedule_build.ended_at timestamp with time zone
schedule_build.version bigint NOT NULL
schedule_build.removed_at timestamp with time zone
schedule_draft.id uuid NOT NULL
schedule_draft.business_unit_id uuid NOT NULL
schedule_draft.management_unit_id uuid NOT NULL
schedule_draft.name text NOT NULL
schedule_draft.first_day date NOT NULL
schedule_draft.days integer NOT NULL
schedule_draft.build_id uuid
schedule_draft.from_version bigint NOT NULL
schedule_draft.created_by text NOT NULL
schedule_draft.created_at timestamp with time zone NOT NULL
schedule_draft.version bigint NOT NULL
schedule_draft.removed_at timestamp with time zone
schedule_notice.id uuid NOT NULL
schedule_notice.agent_id uuid NOT NULL
schedule_notice.revision bigint NOT NULL
schedule_notice.days date[] NOT NULL
schedule_notice.is_short boolean NOT NULL
schedule_notice.at timestamp with time zone NOT NULL
schedule_notice.delivered_at timestamp with time zone
schedule_notice.acknowledged_at timestamp with time zone
schedule_revision.id bigint NOT NULL IDENTITY
schedule_revision.version bigint
schedule_revision.business_unit_id uuid NOT NULL
schedule_revision.management_unit_id uuid NOT NULL
schedule_revision.kind text NOT NULL
schedule_revision.draft_id uuid
schedule_revision.author text NOT NULL
schedule_revision.at timestamp with time zone NOT NULL
schedule_revision.note text NOT NULL DEFAULT ''::text
schedule_revision.agents integer NOT NULL DEFAULT 0
schedule_revision.agent_days integer NOT NULL DEFAULT 0
schedule_revision.draft_version bigint
scope.id integer NOT NULL IDENTITY
scope.name text NOT NULL
scope.version bigint NOT NULL DEFAULT 0
session.id uuid NOT NULL
session.user_id uuid NOT NULL
session.key_hash bytea NOT NULL
session.created_at timestamp with time zone NOT NULL
session.expires_at timestamp with time zone NOT NULL
session.address text
source.id uuid NOT NULL
source.name text NOT NULL
source.kind text NOT NULL
source.settings jsonb NOT NULL
source.level smallint NOT NULL
source.timeout_minutes integer NOT NULL
source.owned_by_wfm text[] NOT NULL
source.brake_percent double precision NOT NULL
source.brake_people integer NOT NULL
source.version bigint NOT NULL
source.removed_at timestamp with time zone
source_state.source_id uuid NOT NULL
source_state.cursor text
source_state.state text NOT NULL DEFAULT 'waiting'::text
source_state.sentence text NOT NULL DEFAULT ''::text
source_state.last_said_at timestamp with time zone
source_state.last_at timestamp with time zone
source_state.last_full_at timestamp with time zone
source_state.asked text
source_state.asked_at timestamp with time zone
source_state.sites jsonb NOT NULL DEFAULT '{}'::jsonb
sync_issue.id uuid NOT NULL
sync_issue.source_id uuid NOT NULL
sync_issue.kind text NOT NULL
sync_issue.object_kind text
sync_issue.external_id text
sync_issue.agent_id uuid
sync_issue.place text NOT NULL DEFAULT ''::text
sync_issue.field text NOT NULL
sync_issue.reason text NOT NULL
sync_issue.missing_kind text
sync_issue.missing_id text
sync_issue.opened_at timestamp with time zone NOT NULL
sync_issue.seen_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
sync_issue.settled_at timestamp with time zone
sync_issue.settled_by text
sync_issue.other_agent_id uuid
sync_run.id uuid NOT NULL
sync_run.source_id uuid NOT NULL
sync_run.kind text NOT NULL
sync_run.state text NOT NULL
sync_run.started_at timestamp with time zone NOT NULL
sync_run.ended_at timestamp with time zone
sync_run.objects integer NOT NULL DEFAULT 0
sync_run.changed integer NOT NULL DEFAULT 0
sync_run.ended integer NOT NULL DEFAULT 0
sync_run.rejected integer NOT NULL DEFAULT 0
sync_run.sentence text NOT NULL DEFAULT ''::text
sync_run.findings jsonb NOT NULL DEFAULT '[]'::jsonb
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
adherence_approval.adherence_approval_check CHECK ((ends_at > starts_at))
adherence_approval.adherence_approval_pkey PRIMARY KEY (id)
adherence_exception.adherence_exception_check CHECK ((ends_at > starts_at))
adherence_exception.adherence_exception_pkey PRIMARY KEY (agent_id, day, starts_at)
adherence_interval.adherence_interval_pkey PRIMARY KEY (agent_id, starts_at)
adherence_position.adherence_position_id_check CHECK ((id = 1))
adherence_position.adherence_position_pkey PRIMARY KEY (id)
adherence_recount.adherence_recount_check CHECK ((end_day > first_day))
adherence_recount.adherence_recount_pkey PRIMARY KEY (agent_id)
adherence_rule_change.adherence_rule_change_business_unit_id_fkey FOREIGN KEY (business_unit_id) REFERENCES organization_item(id)
adherence_rule_change.adherence_rule_change_pkey PRIMARY KEY (business_unit_id, version)
adherence_rule_change.adherence_rule_change_version_check CHECK ((version > 0))
agent.agent_pkey PRIMARY KEY (id)
agent_day.agent_day_pkey PRIMARY KEY (agent_id, day)
agent_day_past.agent_day_past_pkey PRIMARY KEY (agent_id, day, version)
agent_event.agent_event_pkey PRIMARY KEY (agent_id, version, place)
audit.audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'client'::text, 'system'::text])))
audit.audit_pkey PRIMARY KEY (id)
build_part.build_part_build_id_fkey FOREIGN KEY (build_id) REFERENCES schedule_build(id) ON DELETE CASCADE
build_part.build_part_pkey PRIMARY KEY (build_id, number)
build_part.build_part_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
builder.builder_pkey PRIMARY KEY (incarnation)
builder.builder_slots_check CHECK ((slots > 0))
calendar_link.calendar_link_pkey PRIMARY KEY (user_id)
calendar_link.calendar_link_secret_hash_key UNIQUE (secret_hash)
calendar_link.calendar_link_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
change.change_operation_check CHECK ((operation = ANY (ARRAY['put'::text, 'delete'::text])))
change.change_pkey PRIMARY KEY (scope, seq, at)
client.client_client_id_key UNIQUE (client_id)
client.client_name_check CHECK ((name <> ''::text))
client.client_pkey PRIMARY KEY (id)
client.client_token_minutes_check CHECK ((token_minutes > 0))
cluster_key.cluster_key_key_check CHECK ((length(key) = 32))
cluster_key.cluster_key_one_check CHECK (one)
cluster_key.cluster_key_pkey PRIMARY KEY (one)
directory.entry.entry_external_id_check CHECK ((external_id <> ''::text))
directory.entry.entry_kind_check CHECK ((kind = ANY (ARRAY['tenant'::text, 'time_zone'::text, 'switch'::text, 'skill'::text, 'site'::text, 'person'::text])))
directory.entry.entry_pkey PRIMARY KEY (kind, external_id)
draft_day.draft_day_pkey PRIMARY KEY (draft_id, agent_id, day)
draft_edit.draft_edit_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES schedule_draft(id) ON DELETE CASCADE
draft_edit.draft_edit_pkey PRIMARY KEY (draft_id, version)
event_day.event_day_pkey PRIMARY KEY (day)
event_feed.event_feed_id_check CHECK ((id = 1))
event_feed.event_feed_pkey PRIMARY KEY (id)
event_loss.event_loss_check CHECK ((ends_at > starts_at))
event_loss.event_loss_pkey PRIMARY KEY (id)
event_loss.event_loss_source_fkey FOREIGN KEY (source) REFERENCES event_source(number)
event_quarantine.event_quarantine_kind_check CHECK ((kind = ANY (ARRAY['not_json'::text, 'too_long'::text, 'invalid'::text, 'position_used'::text, 'unknown_agent'::text, 'ambiguous_agent'::text, 'unknown_switch'::text, 'from_future'::text, 'too_old'::text, 'too_many_states'::text])))
event_quarantine.event_quarantine_pkey PRIMARY KEY (id)
event_quarantine.event_quarantine_source_fkey FOREIGN KEY (source) REFERENCES event_source(number)
event_quarantine.event_quarantine_source_run_content_position_key UNIQUE NULLS NOT DISTINCT (source, run, content, "position")
event_source.event_source_name_check CHECK ((name <> ''::text))
event_source.event_source_number_key UNIQUE (number)
event_source.event_source_pkey PRIMARY KEY (id)
event_source.event_source_switch_id_fkey FOREIGN KEY (switch_id) REFERENCES organization_item(id)
event_source.event_source_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES organization_item(id)
event_span.event_span_pkey PRIMARY KEY (source, run, day)
event_state.event_state_pkey PRIMARY KEY (id)
event_state.event_state_source_fkey FOREIGN KEY (source) REFERENCES event_source(number)
event_state.event_state_source_state_reason_key UNIQUE (source, state, reason)
fence.fence_pkey PRIMARY KEY (name)
forecast.forecast_pkey PRIMARY KEY (id)
forecast.forecast_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
forecast_group.forecast_group_forecast_id_fkey FOREIGN KEY (forecast_id) REFERENCES forecast(id) ON DELETE CASCADE
forecast_group.forecast_group_pkey PRIMARY KEY (forecast_id, planning_group_id)
history_interval.history_interval_handle_seconds_check CHECK (((handle_seconds >= (0)::double precision) AND (handle_seconds < 'Infinity'::double precision)))
history_interval.history_interval_handled_check CHECK (((handled >= (0)::double precision) AND (handled < 'Infinity'::double precision)))
history_interval.history_interval_offered_check CHECK (((offered >= (0)::double precision) AND (offered < 'Infinity'::double precision)))
history_interval.history_interval_pkey PRIMARY KEY (queue_id, at)
history_interval.history_interval_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES history_queue(id) ON DELETE CASCADE
history_queue.history_queue_minutes_check CHECK ((minutes = ANY (ARRAY[5, 10, 15, 20, 30, 60])))
history_queue.history_queue_name_check CHECK ((name <> ''::text))
history_queue.history_queue_pkey PRIMARY KEY (id)
idempotent_answer.idempotent_answer_pkey PRIMARY KEY (caller, key_hash)
identity.identity_kind_check CHECK ((kind = ANY (ARRAY['tenant'::text, 'time_zone'::text, 'switch'::text, 'skill'::text, 'site'::text, 'person'::text])))
identity.identity_pkey PRIMARY KEY (source_id, kind, external_id)
identity.identity_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id)
interval_statistic.interval_statistic_abandoned_check CHECK (((abandoned >= (0)::double precision) AND (abandoned < 'Infinity'::double precision)))
interval_statistic.interval_statistic_answered_check CHECK (((answered >= (0)::double precision) AND (answered < 'Infinity'::double precision)))
interval_statistic.interval_statistic_answered_within_check CHECK (((answered_within >= (0)::double precision) AND (answered_within < 'Infinity'::double precision)))
interval_statistic.interval_statistic_handle_seconds_check CHECK (((handle_seconds >= (0)::double precision) AND (handle_seconds < 'Infinity'::double precision)))
interval_statistic.interval_statistic_minutes_check CHECK ((minutes = ANY (ARRAY[5, 10, 15, 20, 30, 60])))
interval_statistic.interval_statistic_offered_check CHECK (((offered >= (0)::double precision) AND (offered < 'Infinity'::double precision)))
interval_statistic.interval_statistic_pkey PRIMARY KEY (source, queue, at)
interval_statistic.interval_statistic_queue_check CHECK ((queue <> ''::text))
interval_statistic.interval_statistic_source_fkey FOREIGN KEY (source) REFERENCES event_source(number)
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
publish_progress.publish_progress_pkey PRIMARY KEY (caller, key_hash)
schedule_build.schedule_build_pkey PRIMARY KEY (id)
schedule_build.schedule_build_seconds_check CHECK ((seconds > 0))
schedule_build.schedule_build_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
schedule_draft.schedule_draft_days_check CHECK ((days > 0))
schedule_draft.schedule_draft_name_check CHECK ((name <> ''::text))
schedule_draft.schedule_draft_pkey PRIMARY KEY (id)
schedule_notice.schedule_notice_pkey PRIMARY KEY (id)
schedule_revision.schedule_revision_kind_check CHECK ((kind = ANY (ARRAY['publish'::text, 'edit'::text, 'restore'::text])))
schedule_revision.schedule_revision_pkey PRIMARY KEY (id)
scope.scope_name_check CHECK ((name <> ''::text))
scope.scope_name_key UNIQUE (name)
scope.scope_pkey PRIMARY KEY (id)
session.session_key_hash_key UNIQUE (key_hash)
session.session_pkey PRIMARY KEY (id)
session.session_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE
source.source_brake_people_check CHECK ((brake_people >= 0))
source.source_brake_percent_check CHECK ((brake_percent >= (0)::double precision))
source.source_kind_check CHECK ((kind = ANY (ARRAY['directory'::text, 'folder'::text, 'import'::text])))
source.source_level_check CHECK (((level >= 0) AND (level <= 2)))
source.source_name_check CHECK ((name <> ''::text))
source.source_pkey PRIMARY KEY (id)
source.source_timeout_minutes_check CHECK ((timeout_minutes >= 0))
source_state.source_state_asked_check CHECK ((asked = ANY (ARRAY['full'::text, 'plan'::text])))
source_state.source_state_pkey PRIMARY KEY (source_id)
source_state.source_state_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id)
sync_issue.sync_issue_kind_check CHECK ((kind = ANY (ARRAY['rejected'::text, 'conflict'::text, 'review'::text])))
sync_issue.sync_issue_pkey PRIMARY KEY (id)
sync_issue.sync_issue_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id)
sync_run.sync_run_kind_check CHECK ((kind = ANY (ARRAY['full'::text, 'plan'::text])))
sync_run.sync_run_pkey PRIMARY KEY (id)
sync_run.sync_run_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id)
sync_run.sync_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'held'::text, 'approved'::text, 'failed'::text])))
user_account.user_account_pkey PRIMARY KEY (id)
user_account.user_account_user_name_check CHECK ((user_name <> ''::text))

-- indexes
CREATE INDEX access_grant_access_role ON muster.access_grant USING btree (access_role_id)
CREATE INDEX access_grant_client ON muster.access_grant USING btree (client_id) WHERE (client_id IS NOT NULL)
CREATE INDEX access_token_client ON muster.access_token USING btree (client_id)
CREATE INDEX adherence_approval_agent ON muster.adherence_approval USING btree (agent_id, ends_at) WHERE (removed_at IS NULL)
CREATE INDEX adherence_approval_of ON muster.adherence_approval USING btree (ends_at) WHERE (removed_at IS NULL)
CREATE INDEX adherence_exception_day ON ONLY muster.adherence_exception USING btree (day)
CREATE INDEX adherence_interval_start ON ONLY muster.adherence_interval USING btree (starts_at)
CREATE INDEX adherence_recount_number ON muster.adherence_recount USING btree (number)
CREATE INDEX agent_by_name ON muster.agent USING btree (last_name, first_name, id)
CREATE INDEX agent_day_of ON muster.agent_day USING btree (day)
CREATE INDEX agent_day_past_of ON muster.agent_day_past USING btree (day)
CREATE INDEX agent_day_past_replaced ON muster.agent_day_past USING btree (replaced_by)
CREATE INDEX agent_day_past_revision ON muster.agent_day_past USING btree (revision)
CREATE INDEX agent_day_past_unit ON muster.agent_day_past USING btree (management_unit_id, day)
CREATE INDEX agent_day_revision ON muster.agent_day USING btree (revision)
CREATE INDEX agent_day_unit ON muster.agent_day USING btree (management_unit_id, day)
CREATE INDEX agent_login ON muster.agent USING gin (((details -> 'logins'::text)) jsonb_path_ops) WHERE (removed_at IS NULL)
CREATE INDEX agent_number ON muster.agent USING btree (employee_number) WHERE ((employee_number IS NOT NULL) AND (removed_at IS NULL))
CREATE INDEX agent_skill ON muster.agent USING gin (skill_ids) WITH (fastupdate=off)
CREATE INDEX agent_unit ON muster.agent USING btree (management_unit_id, last_name, first_name, id) WHERE (removed_at IS NULL)
CREATE INDEX agent_user_name ON muster.agent USING btree (lower(user_name)) WHERE ((user_name IS NOT NULL) AND (removed_at IS NULL))
CREATE INDEX audit_at ON muster.audit USING btree (at)
CREATE INDEX audit_entity ON muster.audit USING btree (entity, entity_id, id)
CREATE INDEX draft_day_version ON muster.draft_day USING btree (draft_id, version)
CREATE INDEX entry_tenant ON directory.entry USING btree (tenant, kind, external_id)
CREATE INDEX event_log_agent ON ONLY muster.event_log USING btree (agent_id, at)
CREATE INDEX event_log_position ON ONLY muster.event_log USING btree (source, run, "position")
CREATE INDEX event_log_seq ON ONLY muster.event_log USING btree (seq)
CREATE INDEX event_loss_of ON muster.event_loss USING btree (ends_at) WHERE (removed_at IS NULL)
CREATE INDEX event_quarantine_old ON muster.event_quarantine USING btree (last_at)
CREATE INDEX forecast_open ON muster.forecast USING btree (created_at) WHERE ((state = ANY (ARRAY['queued'::text, 'running'::text])) AND (removed_at IS NULL))
CREATE INDEX forecast_unit ON muster.forecast USING btree (business_unit_id, created_at DESC) WHERE (removed_at IS NULL)
CREATE INDEX history_queue_forgotten ON muster.history_queue USING btree (forgotten_at) WHERE (forgotten_at IS NOT NULL)
CREATE INDEX idempotent_answer_created ON muster.idempotent_answer USING btree (created_at)
CREATE INDEX identity_entity ON muster.identity USING btree (entity_id) WHERE (entity_id IS NOT NULL)
CREATE INDEX identity_external ON muster.identity USING btree (external_id) WHERE (kind = 'person'::text)
CREATE INDEX identity_number ON muster.identity USING btree (((record ->> 'employee_number'::text))) WHERE (kind = 'person'::text)
CREATE INDEX identity_site ON muster.identity USING btree (source_id, ((record ->> 'site'::text))) WHERE (kind = 'person'::text)
CREATE INDEX interval_statistic_at ON muster.interval_statistic USING btree (at)
CREATE INDEX interval_statistic_position ON muster.interval_statistic USING btree (source, run, "position")
CREATE INDEX interval_statistic_received ON muster.interval_statistic USING btree (received_at)
CREATE INDEX schedule_build_open ON muster.schedule_build USING btree (priority DESC, created_at) WHERE ((state = ANY (ARRAY['queued'::text, 'running'::text])) AND (removed_at IS NULL))
CREATE INDEX schedule_build_unit ON muster.schedule_build USING btree (business_unit_id, created_at DESC) WHERE (removed_at IS NULL)
CREATE INDEX schedule_draft_unit ON muster.schedule_draft USING btree (management_unit_id, id DESC) WHERE (removed_at IS NULL)
CREATE INDEX schedule_notice_agent ON muster.schedule_notice USING btree (agent_id, id DESC)
CREATE INDEX schedule_notice_delivered ON muster.schedule_notice USING btree (delivered_at)
CREATE INDEX schedule_notice_revision ON muster.schedule_notice USING btree (revision)
CREATE INDEX schedule_revision_unit ON muster.schedule_revision USING btree (management_unit_id, version)
CREATE INDEX schedule_revision_version ON muster.schedule_revision USING btree (version)
CREATE INDEX session_expires ON muster.session USING btree (expires_at)
CREATE INDEX session_of_user ON muster.session USING btree (user_id)
CREATE INDEX sync_issue_missing ON muster.sync_issue USING btree (source_id, missing_kind, missing_id) WHERE ((settled_at IS NULL) AND (missing_id IS NOT NULL))
CREATE INDEX sync_issue_object ON muster.sync_issue USING btree (source_id, object_kind, external_id) WHERE (settled_at IS NULL)
CREATE INDEX sync_issue_open ON muster.sync_issue USING btree (source_id, opened_at) WHERE (settled_at IS NULL)
CREATE INDEX sync_run_source ON muster.sync_run USING btree (source_id, started_at DESC)
CREATE UNIQUE INDEX access_grant_user_id_client_id_access_role_id_scope_kind_sc_key ON muster.access_grant USING btree (user_id, client_id, access_role_id, scope_kind, scope_unit) NULLS NOT DISTINCT
CREATE UNIQUE INDEX access_role_built_in_key ON muster.access_role USING btree (built_in)
CREATE UNIQUE INDEX access_role_name ON muster.access_role USING btree (lower(name))
CREATE UNIQUE INDEX access_role_pkey ON muster.access_role USING btree (id)
CREATE UNIQUE INDEX access_token_pkey ON muster.access_token USING btree (id)
CREATE UNIQUE INDEX access_token_token_hash_key ON muster.access_token USING btree (token_hash)
CREATE UNIQUE INDEX adherence_approval_pkey ON muster.adherence_approval USING btree (id)
CREATE UNIQUE INDEX adherence_exception_pkey ON ONLY muster.adherence_exception USING btree (agent_id, day, starts_at)
CREATE UNIQUE INDEX adherence_interval_pkey ON ONLY muster.adherence_interval USING btree (agent_id, starts_at)
CREATE UNIQUE INDEX adherence_position_pkey ON muster.adherence_position USING btree (id)
CREATE UNIQUE INDEX adherence_recount_pkey ON muster.adherence_recount USING btree (agent_id)
CREATE UNIQUE INDEX adherence_rule_change_pkey ON muster.adherence_rule_change USING btree (business_unit_id, version)
CREATE UNIQUE INDEX agent_day_past_pkey ON muster.agent_day_past USING btree (agent_id, day, version)
CREATE UNIQUE INDEX agent_day_pkey ON muster.agent_day USING btree (agent_id, day)
CREATE UNIQUE INDEX agent_event_pkey ON muster.agent_event USING btree (agent_id, version, place)
CREATE UNIQUE INDEX agent_pkey ON muster.agent USING btree (id)
CREATE UNIQUE INDEX audit_pkey ON muster.audit USING btree (id)
CREATE UNIQUE INDEX build_part_pkey ON muster.build_part USING btree (build_id, number)
CREATE UNIQUE INDEX builder_pkey ON muster.builder USING btree (incarnation)
CREATE UNIQUE INDEX calendar_link_pkey ON muster.calendar_link USING btree (user_id)
CREATE UNIQUE INDEX calendar_link_secret_hash_key ON muster.calendar_link USING btree (secret_hash)
CREATE UNIQUE INDEX change_pkey ON ONLY muster.change USING btree (scope, seq, at)
CREATE UNIQUE INDEX client_client_id_key ON muster.client USING btree (client_id)
CREATE UNIQUE INDEX client_name ON muster.client USING btree (lower(name))
CREATE UNIQUE INDEX client_pkey ON muster.client USING btree (id)
CREATE UNIQUE INDEX cluster_key_pkey ON muster.cluster_key USING btree (one)
CREATE UNIQUE INDEX draft_day_pkey ON muster.draft_day USING btree (draft_id, agent_id, day)
CREATE UNIQUE INDEX draft_edit_pkey ON muster.draft_edit USING btree (draft_id, version)
CREATE UNIQUE INDEX entry_pkey ON directory.entry USING btree (kind, external_id)
CREATE UNIQUE INDEX event_day_pkey ON muster.event_day USING btree (day)
CREATE UNIQUE INDEX event_feed_pkey ON muster.event_feed USING btree (id)
CREATE UNIQUE INDEX event_loss_pkey ON muster.event_loss USING btree (id)
CREATE UNIQUE INDEX event_quarantine_pkey ON muster.event_quarantine USING btree (id)
CREATE UNIQUE INDEX event_quarantine_source_run_content_position_key ON muster.event_quarantine USING btree (source, run, content, "position") NULLS NOT DISTINCT
CREATE UNIQUE INDEX event_source_name ON muster.event_source USING btree (tenant_id, lower(name))
CREATE UNIQUE INDEX event_source_number_key ON muster.event_source USING btree (number)
CREATE UNIQUE INDEX event_source_pkey ON muster.event_source USING btree (id)
CREATE UNIQUE INDEX event_span_pkey ON muster.event_span USING btree (source, run, day)
CREATE UNIQUE INDEX event_state_pkey ON muster.event_state USING btree (id)
CREATE UNIQUE INDEX event_state_source_state_reason_key ON muster.event_state USING btree (source, state, reason)
CREATE UNIQUE INDEX fence_pkey ON muster.fence USING btree (name)
CREATE UNIQUE INDEX forecast_group_pkey ON muster.forecast_group USING btree (forecast_id, planning_group_id)
CREATE UNIQUE INDEX forecast_pkey ON muster.forecast USING btree (id)
CREATE UNIQUE INDEX history_interval_pkey ON muster.history_interval USING btree (queue_id, at)
CREATE UNIQUE INDEX history_queue_name ON muster.history_queue USING btree (business_unit_id, name) WHERE (forgotten_at IS NULL)
CREATE UNIQUE INDEX history_queue_pkey ON muster.history_queue USING btree (id)
CREATE UNIQUE INDEX idempotent_answer_pkey ON muster.idempotent_answer USING btree (caller, key_hash)
CREATE UNIQUE INDEX identity_pkey ON muster.identity USING btree (source_id, kind, external_id)
CREATE UNIQUE INDEX interval_statistic_pkey ON muster.interval_statistic USING btree (source, queue, at)
CREATE UNIQUE INDEX lease_pkey ON muster.lease USING btree (name)
CREATE UNIQUE INDEX member_pkey ON muster.member USING btree (incarnation)
CREATE UNIQUE INDEX migration_pkey ON muster.migration USING btree (number)
CREATE UNIQUE INDEX organization_item_pkey ON muster.organization_item USING btree (id)
CREATE UNIQUE INDEX preference_pkey ON muster.preference USING btree (user_id, page)
CREATE UNIQUE INDEX publish_progress_pkey ON muster.publish_progress USING btree (caller, key_hash)
CREATE UNIQUE INDEX schedule_build_pkey ON muster.schedule_build USING btree (id)
CREATE UNIQUE INDEX schedule_draft_pkey ON muster.schedule_draft USING btree (id)
CREATE UNIQUE INDEX schedule_notice_pkey ON muster.schedule_notice USING btree (id)
CREATE UNIQUE INDEX schedule_revision_pkey ON muster.schedule_revision USING btree (id)
CREATE UNIQUE INDEX scope_name_key ON muster.scope USING btree (name)
CREATE UNIQUE INDEX scope_pkey ON muster.scope USING btree (id)
CREATE UNIQUE INDEX session_key_hash_key ON muster.session USING btree (key_hash)
CREATE UNIQUE INDEX session_pkey ON muster.session USING btree (id)
CREATE UNIQUE INDEX source_name ON muster.source USING btree (lower(name)) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX source_pkey ON muster.source USING btree (id)
CREATE UNIQUE INDEX source_state_pkey ON muster.source_state USING btree (source_id)
CREATE UNIQUE INDEX sync_issue_pkey ON muster.sync_issue USING btree (id)
CREATE UNIQUE INDEX sync_run_pkey ON muster.sync_run USING btree (id)
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

CREATE OR REPLACE FUNCTION muster.keep_adherence_partitions(kept_days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET lock_timeout TO '1s'
AS $function$
DECLARE
    oldest  date := (clock_timestamp() AT TIME ZONE 'UTC')::date - kept_days;
    month   date;
    part    text;
    touched integer := 0;
BEGIN
    -- One upkeep at a time, without stopping anybody else.
    LOCK TABLE ONLY adherence_interval IN SHARE UPDATE EXCLUSIVE MODE;

    -- Nearly always there is nothing to do, and then nobody is stopped.
    IF NOT EXISTS (
            SELECT FROM wanted_adherence_months(oldest) m
            WHERE to_regclass(to_char(m, '"adherence_interval_"YYYYMM')) IS NULL
                OR to_regclass(to_char(m, '"adherence_exception_"YYYYMM')) IS NULL)
        AND NOT EXISTS (SELECT FROM old_adherence_partitions(oldest))
    THEN
        RETURN 0;
    END IF;

    -- In the order in which the aggregator writes: any other may deadlock.
    LOCK TABLE adherence_interval IN ACCESS EXCLUSIVE MODE;
    LOCK TABLE adherence_exception IN ACCESS EXCLUSIVE MODE;

    FOR month IN SELECT * FROM wanted_adherence_months(oldest) ORDER BY 1 LOOP
        touched := touched + make_adherence_partition('adherence_interval', 'starts_at', month)
            + make_adherence_partition('adherence_exception', 'day', month);
    END LOOP;

    FOR part IN SELECT * FROM old_adherence_partitions(oldest) LOOP
        EXECUTE format('DROP TABLE %I', part);
        touched := touched + 1;
    END LOOP;

    DELETE FROM adherence_recount WHERE end_day <= oldest;
    RETURN touched;
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

CREATE OR REPLACE FUNCTION muster.keep_event_partitions(kept_days integer)
 RETURNS integer
 LANGUAGE plpgsql
 SET lock_timeout TO '1s'
AS $function$
DECLARE
    today   date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
    oldest  date := today - kept_days;
    day     date;
    part    text;
    touched integer := 0;
BEGIN
    -- One upkeep at a time, without stopping anybody else: two that have both looked into the default partition would
    -- wait for each other below.
    LOCK TABLE ONLY event_log IN SHARE UPDATE EXCLUSIVE MODE;

    -- Nearly always there is nothing to do, and then no writer is stopped.
    IF NOT EXISTS (
            SELECT FROM generate_series(0, 3) n WHERE to_regclass(to_char(today + n, '"event_log_"YYYYMMDD')) IS NULL)
        AND NOT EXISTS (SELECT FROM event_log_default)
        AND NOT EXISTS (SELECT FROM old_event_partitions(oldest))
    THEN
        RETURN 0;
    END IF;

    -- The parent first and in full: a writer holds it when it comes to a partition, so any other order may deadlock.
    -- It also keeps new rows out of the default partition while it is emptied.
    LOCK TABLE event_log IN ACCESS EXCLUSIVE MODE;

    DELETE FROM event_log_default WHERE (received_at AT TIME ZONE 'UTC')::date < oldest;

    FOR day IN
        SELECT today + n FROM generate_series(0, 3) n
        UNION SELECT (received_at AT TIME ZONE 'UTC')::date FROM event_log_default
        ORDER BY 1
    LOOP
        part := to_char(day, '"event_log_"YYYYMMDD');
        CONTINUE WHEN to_regclass(part) IS NOT NULL;
        -- Attached only when it is filled: a partition cannot be made for a range of which the default holds rows.
        EXECUTE format('CREATE TABLE %I (LIKE event_log INCLUDING ALL)', part);
        EXECUTE format(
            'WITH moved AS (DELETE FROM event_log_default WHERE received_at >= $1 AND received_at < $2 RETURNING *)
            INSERT INTO %I SELECT * FROM moved', part)
            USING day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC';
        EXECUTE format(
            'ALTER TABLE event_log ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            part, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC');
        touched := touched + 1;
    END LOOP;

    FOR part IN SELECT * FROM old_event_partitions(oldest) LOOP
        EXECUTE format('DROP TABLE %I', part);
        touched := touched + 1;
    END LOOP;

    DELETE FROM event_day d WHERE d.day < oldest;
    DELETE FROM event_span s WHERE s.day < oldest;
    RETURN touched;
END $function$

CREATE OR REPLACE FUNCTION muster.make_adherence_partition(parent text, key text, month date)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
DECLARE
    part  text := parent || to_char(month, '_YYYYMM');
    first text := to_char(month, 'YYYY-MM-DD') || CASE key WHEN 'day' THEN '' ELSE ' 00:00:00+00' END;
    past  text := to_char(month + interval '1 month', 'YYYY-MM-DD')
        || CASE key WHEN 'day' THEN '' ELSE ' 00:00:00+00' END;
BEGIN
    IF to_regclass(part) IS NOT NULL THEN
        RETURN 0;
    END IF;

    -- Attached only when it is filled: a partition cannot be made for a range of which the default holds rows.
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, parent);
    EXECUTE format(
        'WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
        parent || '_default', key, first, key, past, part);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, part, first, past);
    RETURN 1;
END $function$

CREATE OR REPLACE FUNCTION muster.old_adherence_partitions(oldest date)
 RETURNS SETOF name
 LANGUAGE sql
AS $function$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent IN ('adherence_interval'::regclass, 'adherence_exception'::regclass)
        AND c.relname ~ '^adherence_(interval|exception)_\d{6}$'
        AND to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month' <= oldest
$function$

CREATE OR REPLACE FUNCTION muster.old_change_partitions()
 RETURNS SETOF name
 LANGUAGE sql
AS $function$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'change'::regclass AND c.relname ~ '^change_\d{8}$'
        AND to_date(right(c.relname, 8), 'YYYYMMDD') + interval '37 days' < clock_timestamp() AT TIME ZONE 'UTC'
$function$

CREATE OR REPLACE FUNCTION muster.old_event_partitions(oldest date)
 RETURNS SETOF name
 LANGUAGE sql
AS $function$
    SELECT c.relname
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'event_log'::regclass AND c.relname ~ '^event_log_\d{8}$'
        AND to_date(right(c.relname, 8), 'YYYYMMDD') < oldest
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

CREATE OR REPLACE FUNCTION muster.wanted_adherence_months(oldest date)
 RETURNS SETOF date
 LANGUAGE sql
AS $function$
    WITH today AS (SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date AS day)
    SELECT m::date
    FROM today t, generate_series(
        date_trunc('month', least(t.day, (
            SELECT greatest(oldest, r.first_day - 1) FROM adherence_recount r
            ORDER BY r.first_day LIMIT 1))::timestamp),
        date_trunc('month', t.day::timestamp) + interval '1 month', interval '1 month') m
    UNION SELECT date_trunc('month', d.starts_at AT TIME ZONE 'UTC')::date FROM adherence_interval_default d
    UNION SELECT date_trunc('month', d.day::timestamp)::date FROM adherence_exception_default d
$function$

