import type { Agent, AgentDetails, Source, SyncIssue, SyncRun } from '@/api/types';
import type { Organization } from '@/api/organization';
import { scopeOf } from './items/places';

const kept = { version: 1, removed_at: null };
const unit = { business_unit_id: 'b1', ...kept };

/** An organization of two tenants with equal names in them, for the tests of this area. */
export const someOrganization: Organization = {
  'tenants': [{ id: 't1', name: 'Northwind', ...kept }, { id: 't2', name: 'Contoso', ...kept }],
  'time-zones': [{ id: 'z1', name: 'Head office', tenant_id: 't1', zone: 'Europe/Berlin', ...kept }],
  'switches': [{ id: 'w1', name: 'Avaya', tenant_id: 't1', ...kept }],
  'skills': [
    { id: 's1', name: 'German', tenant_id: 't1', ...kept },
    { id: 's2', name: 'German', tenant_id: 't2', ...kept },
    { id: 's3', name: 'Fax', tenant_id: 't2', version: 2, removed_at: '2026-01-01T00:00:00Z' },
  ],
  'sites': [{
    id: 'p1', name: 'Berlin Mitte', tenant_id: 't1', parent_id: null, time_zone_id: 'z1', assignment: 'unassigned',
    management_unit_id: null, ...kept,
  }],
  'business-units': [
    { id: 'b1', name: 'Service', tenant_id: 't1', zone: 'Europe/Berlin', week_start: 'monday', interval_minutes: 15, notice_hours: 48, ...kept },
    { id: 'b2', name: 'Service', tenant_id: 't2', zone: 'America/Denver', week_start: 'sunday', interval_minutes: 30, notice_hours: 24, ...kept },
  ],
  'management-units': [{ id: 'm1', name: 'Berlin', zone: null, ...unit }],
  'teams': [{ id: 'e1', name: 'Early', management_unit_id: 'm1', ...kept }],
  'activity-codes': [
    { id: 'a1', name: 'Lunch', category: 'meal', paid: false, counts_as_work: false, colour: '#b86b25', ...unit },
    { id: 'a2', name: 'Phones', category: 'on_queue', paid: true, counts_as_work: true, colour: '#2f7d4f', ...unit },
  ],
  'planning-groups': [],
  'service-goals': [],
  'work-plans': [{
    id: 'c1', name: 'Full time', paid_minutes_per_day: { min: 360, max: 540 }, paid_minutes_per_week: { min: 2280, max: 2400 },
    working_days_per_week: { min: 5, max: 5 }, weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    max_consecutive_days: 6, min_rest_minutes: 660, earliest_start: '07:00', latest_stop: '22:00',
    shift_minutes: { min: 420, max: 600 }, shift_length_step_minutes: 15, shift_start_step_minutes: 15, max_weekends_in_four: 2,
    whole_weekends: false, ...unit,
    breaks: [{
      activity_code_id: 'a1', minutes: 30, count: 1, for_shifts_from_minutes: 0, earliest_minutes_after_start: 120,
      ends_minutes_before_stop: 120, min_gap_minutes: 0,
    }],
  }],
};

export const nothing = Object.fromEntries(Object.keys(someOrganization).map((kind) => [kind, []])) as unknown as Organization;

export const someScope = scopeOf(someOrganization);

export const someZones = [
  { name: 'Europe/Berlin', offset: '+01:00', offset_minutes: 60 },
  { name: 'Asia/Kathmandu', offset: '+05:45', offset_minutes: 345 },
];

export const someAgent: Agent = {
  id: 'g1', version: 4, first_name: 'Ada', last_name: 'Holm', employee_number: 'N1', user_name: 'ada.holm', email: null, tenant_id: 't1',
  site_id: 'p1', management_unit_id: 'm1', team_id: 'e1', work_plan_id: 'c1', active: true, removed_at: null,
  skills: [{ skill_id: 's1', level: 70 }], overridden: [],
  sources: [{ source_id: 'q1', source: 'hr', external_id: '1', said_at: null, heard_at: '2026-01-01T08:00:00Z', gone: false }],
};

/** Two seconds after the source was heard. */
export const someNow = Date.parse('2026-01-01T08:00:02Z');

export const someDetails: AgentDetails = {
  agent: { ...someAgent, overridden: ['email'] }, time_zone_id: 'z1',
  employment: [{ start: '2020-01-01', end: '2021-01-01', employee_number: 'N0' }, { start: '2022-01-01', end: null, employee_number: 'N1' }],
  logins: [{ switch_id: 'w1', code: '4711' }], teams: [{ from: '2022-01-01', id: 'e1' }], work_plans: [{ from: '2022-01-01', id: 'c1' }],
  overrides: [{ field: 'email', owner: 'paul', at: '2026-01-01T07:00:00Z' }], attributes: null,
};

export const someSource: Source = {
  id: 'q1', version: 1, name: 'hr', type: 'directory', settings: {}, level: 2, timeout_minutes: 60, owned_by_wfm: [], brake_percent: 2,
  brake_people: 50, lease: 'source:q1', state: 'following', sentence: '', last_said_at: null, last_applied_at: '2026-01-01T08:00:00Z',
  lag_seconds: 0.24, last_full_at: '2026-01-01T07:00:00Z', run_asked: false, people: 3_000, open_issues: 2,
};

export const someRun: SyncRun = {
  id: 'r1', source_id: 'q1', kind: 'full', state: 'held', started_at: '2026-01-01T08:00:00Z', ended_at: null, objects: 3_000, changed: 0,
  ended: 120, rejected: 0, sentence: 'It would end 120 of 3000 people.',
};

export const someIssue: SyncIssue = {
  id: 'i1', source_id: 'q1', kind: 'conflict', object_kind: 'person', external_id: '7', agent_id: 'g1', place: '', field: 'email',
  reason: 'Two people have this e-mail.', opened_at: '2026-01-01T08:00:00Z', settled_at: null, settled_by: null,
  other_agent_id: 'g2',
};
