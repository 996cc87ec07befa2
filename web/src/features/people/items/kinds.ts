import type { Fields, Kind } from '@/api/organization';
import { choicesOf, days, type Choice, type FieldSpec } from './fields';
import { newWorkPlan, workPlanFields } from './workPlanFields';

export interface KindSpec {
  /** As people call one and many of them. */
  one: string;
  many: string;
  /** What it belongs to; it stays there, but for teams. */
  owner?: { field: 'tenant_id' | 'business_unit_id' | 'management_unit_id'; kind: Kind };
  fields: readonly FieldSpec[];
  /** What a new one begins with. */
  initial: Fields;
  /** Why there should be some, where there are none. */
  purpose: string;
}

const name: FieldSpec = { name: 'name', label: 'Name', type: 'text' };
const tenant = { field: 'tenant_id', kind: 'tenants' } as const;
const unit = { field: 'business_unit_id', kind: 'business-units' } as const;

const dayChoices: Choice[] = days.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));
const categories = choicesOf('on_queue', 'break', 'meal', 'meeting', 'training', 'time_off', 'unavailable', 'other_work');
const channels = choicesOf('voice', 'callback', 'chat', 'message', 'email', 'social', 'work_item', 'other');

/** Every kind in one table: forms, lists and empty pages are drawn from it. */
export const kinds: Record<Kind, KindSpec> = {
  'tenants': {
    one: 'tenant', many: 'tenants', fields: [name], initial: {},
    purpose: 'A tenant is a customer of its own, often the company itself. Everything else belongs to one.',
  },
  'business-units': {
    one: 'business unit', many: 'business units', owner: tenant,
    fields: [
      name,
      { name: 'zone', label: 'Time zone', type: 'zone', column: true },
      { name: 'week_start', label: 'Week begins on', type: 'choice', choices: dayChoices, column: true },
      { name: 'interval_minutes', label: 'Interval, min', type: 'numberChoice', choices: choicesOf(15, 30), column: true },
      {
        name: 'notice_hours', label: 'Notice of changes', unit: 'h', type: 'number', column: true,
        description: 'A published change of a day that begins sooner is told as one at short notice.',
      },
    ],
    initial: { week_start: 'monday', interval_minutes: 15, notice_hours: 48 },
    purpose: 'A business unit is planned as one: it has a time zone, a first day of the week and an interval.',
  },
  'management-units': {
    one: 'management unit', many: 'management units', owner: unit,
    fields: [
      name,
      { name: 'zone', label: 'Own time zone', type: 'zone', optional: true, column: true, description: 'Empty: that of its business unit.' },
    ],
    initial: { zone: null },
    purpose: 'A management unit is a part of a business unit, led by somebody: often a site.',
  },
  'teams': {
    one: 'team', many: 'teams', owner: { field: 'management_unit_id', kind: 'management-units' },
    fields: [name, { name: 'management_unit_id', label: 'Management unit', type: 'item', kind: 'management-units' }],
    initial: {},
    purpose: 'A team is some agents of a management unit.',
  },
  'sites': {
    one: 'site', many: 'sites', owner: tenant,
    fields: [
      name,
      { name: 'parent_id', label: 'Part of', type: 'item', kind: 'sites', optional: true, column: true },
      { name: 'time_zone_id', label: 'Time zone', type: 'item', kind: 'time-zones', optional: true, column: true },
      {
        name: 'assignment', label: 'Planned in', type: 'assignment', column: true,
        description: 'The people of a site are planned in a management unit, or by another server.',
      },
    ],
    initial: { parent_id: null, time_zone_id: null, assignment: 'unassigned', management_unit_id: null },
    purpose: 'Sites come from a directory, or are made here. Assign each to the management unit that plans its people.',
  },
  'activity-codes': {
    one: 'activity code', many: 'activity codes', owner: unit,
    fields: [
      name,
      { name: 'category', label: 'Category', type: 'choice', choices: categories, column: true },
      { name: 'colour', label: 'Colour in schedules', type: 'colour', column: true },
      { name: 'paid', label: 'Paid', type: 'flag', column: true },
      { name: 'counts_as_work', label: 'Counts as work', type: 'flag', column: true, description: 'Towards the hours of a contract.' },
    ],
    initial: { category: 'on_queue', colour: '#2f7d4f', paid: true, counts_as_work: true },
    purpose: 'What somebody may be doing: on queue, a break, a meal, a meeting.',
  },
  'planning-groups': {
    one: 'planning group', many: 'planning groups', owner: unit,
    fields: [
      name,
      { name: 'channel', label: 'Channel', type: 'choice', choices: channels, column: true },
      { name: 'queues', label: 'Queues', type: 'queues', column: true },
      { name: 'required_skills', label: 'Skills that it takes', type: 'skills', column: true },
    ],
    initial: { channel: 'voice', queues: [{ id: '', name: '' }], required_skills: [] },
    purpose: 'Contacts that are forecast and staffed together: some queues, a channel, and who can take them.',
  },
  'service-goals': {
    one: 'service goal', many: 'service goals', owner: unit,
    fields: [
      name,
      { name: 'answer_percent', label: 'Answered', unit: '%', type: 'number', optional: true, column: true },
      { name: 'answer_within_seconds', label: 'within', unit: 's', type: 'number', optional: true, column: true },
      { name: 'average_answer_seconds', label: 'Average answer', unit: 's', type: 'number', optional: true, column: true },
      { name: 'max_abandonment_percent', label: 'Most abandoned', unit: '%', type: 'number', optional: true, column: true },
      { name: 'max_occupancy_percent', label: 'Most occupied', unit: '%', type: 'number', optional: true, column: true },
    ],
    initial: {
      answer_percent: 80, answer_within_seconds: 20, average_answer_seconds: null, max_abandonment_percent: null,
      max_occupancy_percent: null,
    },
    purpose: 'How well contacts are to be served. What is left empty is no goal.',
  },
  'skills': {
    one: 'skill', many: 'skills', owner: tenant, fields: [name], initial: {},
    purpose: 'What somebody is able to do, at a level of 0 to 100. A directory may tell of them.',
  },
  'switches': {
    one: 'switch', many: 'switches', owner: tenant, fields: [name], initial: {},
    purpose: 'A telephone system, at which agents sign in with their logins.',
  },
  'time-zones': {
    one: 'time zone', many: 'time zones', owner: tenant,
    fields: [name, { name: 'zone', label: 'IANA zone', type: 'zone', column: true }], initial: {},
    purpose: 'A time zone under the name that a company gives it: “Head office” is Europe/Berlin.',
  },
  'work-plans': {
    one: 'work plan', many: 'work plans', owner: unit, fields: [name, ...workPlanFields], initial: newWorkPlan,
    purpose: 'A contract: hours, days, rest, shifts, weekends, breaks and meals. Every schedule keeps its rules.',
  },
};

