import type { DayConflict, Differences, Published, Revision, ScheduleNotice } from '@/api/types';
import type { Making } from './usePublishing';
import type { UnitLook } from './useUnitLook';

const work = (day: string, hour: string, minutes = 480) => ({ layer: 'work' as const, start: `${day}T${hour}:00+02:00`, minutes, activity_code_id: 'p' });

export const someLook: UnitLook = {
  name: 'North', zone: 'Europe/Berlin',
  codes: new Map([['p', { name: 'Phone', colour: '#2f7d4f' }], ['l', { name: 'Lunch', colour: '#b86b25' }]]),
};

export const someConflict: DayConflict = {
  agent_id: 'a2', agent_name: 'Bo Lind', day: '2026-06-08', reason: 'Both have changed the same time of the day.', base_version: 1, version: 3,
  changed_by: 'Paul', changed_at: '2026-06-01T09:00:00Z', draft: [work('2026-06-08', '10:00')], published: [work('2026-06-08', '08:00')],
  choices: ['keep_draft', 'take_published', 'leave_out'],
};

export const someDifferences: Differences = {
  agents: 3, agent_days: 4,
  changes: [
    { agent_id: 'a1', agent_name: 'Ann Lee', days: ['2026-06-08'] },
    { agent_id: 'a2', agent_name: 'Bo Lind', days: ['2026-06-08'] },
    { agent_id: 'a3', agent_name: 'Cleo Marsh', days: ['2026-06-08', '2026-06-09'] },
  ],
  conflicts: [], conflict_count: 0, merged_count: 1, next_cursor: null,
  merged: [{
    agent_id: 'a1', agent_name: 'Ann Lee', day: '2026-06-08', changed_by: 'Paul', changed_at: '2026-06-01T09:00:00Z',
    draft: [work('2026-06-08', '09:00')], published: [work('2026-06-08', '09:00')], merged: [work('2026-06-08', '09:00')],
  }],
};

export const somePublished: Published = {
  version: 4, revision: 9, management_unit_id: 'm1', agents: 3, agent_days: 4, merged: 1, overwritten: 0, pending: [], edited: null,
  applied: {
    scope: 'schedules', timeline: 1, version: 4, complete: true, took_ms: 11,
    nodes: ['a', 'b', 'c', 'd'].map((node, index) => ({ node, state: 'applied', took_ms: 8 + index })),
  },
};

export const someRevisions: Revision[] = [
  { version: 4, kind: 'publish', author: 'Ada', at: '2026-06-01T10:00:00Z', note: 'June', agents: 3, agent_days: 4, draft_id: 'd1' },
  { version: 3, kind: 'edit', author: 'Paul', at: '2026-06-01T09:00:00Z', note: '', agents: 1, agent_days: 1, draft_id: null },
];

export const someNotice: ScheduleNotice = {
  id: 'n1', agent_id: 'a1', agent_name: 'Ann Lee', version: 4, days: ['2026-06-08'], is_short: true, author: 'Ada', note: 'June',
  at: '2026-06-01T10:00:00Z', delivered_at: '2026-06-01T11:00:00Z', acknowledged_at: null,
};

/** Nothing is going on; what happens is told to the functions given. */
export const making = <Wish>(changes: Partial<Making<Wish>>): Making<Wish> => ({
  start: () => undefined, askAgain: () => undefined, reset: () => undefined, isPending: false, progress: undefined, published: undefined, conflicts: [],
  conflictCount: changes.conflicts?.length ?? 0, error: null, ...changes,
});
