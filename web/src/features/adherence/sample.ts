import type { AdherenceDay, AdherenceHistory, AdherenceHistoryRow, AdherenceSeconds, EventSource, NamedActivity, QuarantinedLine, Wall, WallAgent } from '@/api/types';

export const phone: NamedActivity = { activity_code_id: 'c1', name: 'Telephone', category: 'on_queue' };
export const lunch: NamedActivity = { activity_code_id: 'c2', name: 'Lunch', category: 'meal' };

/** In adherence: on the telephone as scheduled. */
export const someAgent: WallAgent = {
  id: 'a1', name: 'Holm, Ada', team_id: 't1', team_name: 'Early', scheduled: { ...phone, since: '2026-06-08T07:00:00Z', until: '2026-06-08T10:00:00Z' },
  actual: { counts_as: 'on_queue', source: 'acd', state: 'Ready', reason: null, since: '2026-06-08T07:01:00Z' },
  verdict: 'in', impact: 'none', rule: 'accepted', reason: 'Ready goes with Telephone.', since: '2026-06-08T07:01:00Z', in_alarm_since: null,
  next: { at: '2026-06-08T10:00:00Z', activity: lunch },
};

/** Out of adherence since then. */
export const outSince = (id: string, name: string, since: string): WallAgent => ({
  ...someAgent, id, name, verdict: 'out', impact: 'negative', rule: 'not_on_queue', reason: 'Idle (7) instead of Telephone, which is on queue.',
  actual: { ...someAgent.actual, counts_as: 'break', state: 'Idle', reason: '7', since }, since, in_alarm_since: since,
});

/** Scheduled, and nobody knows what the agent does. */
export const unknownAgent: WallAgent = {
  ...someAgent, id: 'a9', name: 'Zorn, Kai', verdict: 'unknown', rule: 'never_heard', reason: 'Nothing was heard of the agent.',
  actual: { counts_as: 'unknown', source: null, state: null, reason: null, since: null },
};

export const someWall: Wall = {
  unit_id: 'm1', time_zone: 'Europe/Berlin', as_of: '2026-06-08T09:10:00Z', schedule_version: 12,
  figures: {
    adherence_percent: 33.333, negative_impact: 2, positive_impact: 0, scheduled_on_queue: 4, actual_on_queue: 1,
    in: 1, out: 2, unscheduled: 0, unknown: 1, ignored: 0, explained: 0,
  },
  silent_sources: [],
  agents: [someAgent, outSince('a2', 'Adler, Bo', '2026-06-08T09:09:00Z'), outSince('a3', 'Berg, Cleo', '2026-06-08T08:00:00Z'), unknownAgent],
};

export const emptyWall: Wall = { ...someWall, agents: [], figures: { ...someWall.figures, adherence_percent: null } };

export const someDay: AdherenceDay = {
  agent_id: 'a2', name: 'Adler, Bo', unit_id: 'm1', date: '2026-06-08', time_zone: 'Europe/Berlin', from: '2026-06-07T22:00:00Z', to: '2026-06-08T22:00:00Z',
  as_of: '2026-06-08T09:10:00Z', schedule_version: 12, approvals: [],
  versions: [
    { schedule_version: 12, day_version: 2, author: 'Paul', published_at: '2026-06-08T06:00:00Z', told_at: null, activities: [] },
    { schedule_version: 9, day_version: 1, author: 'Ada', published_at: '2026-06-01T06:00:00Z', told_at: '2026-06-01T06:00:02Z', activities: [] },
  ],
  scheduled: [
    { ...phone, start: '2026-06-08T07:00:00Z', end: '2026-06-08T10:00:00Z', day: '2026-06-08', day_version: 2, schedule_version: 12 },
    { ...lunch, start: '2026-06-08T10:00:00Z', end: '2026-06-08T10:30:00Z', day: '2026-06-08', day_version: 2, schedule_version: 12 },
  ],
  actual: [
    { start: '2026-06-07T22:00:00Z', end: '2026-06-08T07:00:00Z', counts_as: 'unknown', source: null, state: null, reason: null },
    { start: '2026-06-08T07:00:00Z', end: '2026-06-08T09:09:00Z', counts_as: 'on_queue', source: 'acd', state: 'Ready', reason: null },
    { start: '2026-06-08T09:09:00Z', end: '2026-06-08T09:10:00Z', counts_as: 'break', source: 'acd', state: 'Idle', reason: '7' },
  ],
  events: [
    { place: 41, at: '2026-06-08T07:00:00Z', received_at: '2026-06-08T07:05:00Z', source: 'acd', state: 'Ready', reason: null, late: true },
    { place: 77, at: '2026-06-08T09:09:00Z', received_at: '2026-06-08T09:09:00.4Z', source: 'acd', state: 'Idle', reason: '7', late: false },
  ],
  judged: [
    { start: '2026-06-07T22:00:00Z', end: '2026-06-08T07:00:00Z', verdict: 'unknown', impact: 'none', rule: 'never_heard', reason: 'Nothing was heard of the agent.', scheduled: null, counts_as: 'unknown', day_version: 2 },
    { start: '2026-06-08T07:00:00Z', end: '2026-06-08T09:09:00Z', verdict: 'in', impact: 'none', rule: 'accepted', reason: 'Ready goes with Telephone.', scheduled: phone, counts_as: 'on_queue', day_version: 2 },
    { start: '2026-06-08T09:09:00Z', end: '2026-06-08T09:10:00Z', verdict: 'out', impact: 'negative', rule: 'not_on_queue', reason: 'Idle (7) instead of Telephone, which is on queue.', scheduled: phone, counts_as: 'break', day_version: 2 },
  ],
  exceptions: [
    {
      start: '2026-06-08T09:09:00Z', end: '2026-06-08T09:10:00Z', is_open: true, verdict: 'out', impact: 'negative', rule: 'not_on_queue',
      reason: 'Idle (7) instead of Telephone, which is on queue.', scheduled: phone, counts_as: 'break', day_version: 2, told_at: null, approval_id: null,
    },
  ],
  totals: {
    adherence_percent: 99.231, conformance_percent: 99.231, scheduled: 7_800, in: 7_740, out: 60, explained: 0, unknown: 0, ignored: 0, unscheduled: 0,
    scheduled_on_queue: 7_800, scheduled_work: 7_800, work: 7_740,
  },
};

export const someEventSource: EventSource = {
  id: 's1', tenant_id: 't1', name: 'acd', switch_id: null, clock_offset_ms: -2_000, run: 3, last_position: 5_812, heard_at: '2026-06-08T09:10:00Z', heard_seconds_ago: 2.4,
  silent: false, events: 9_001, statistics: 120, duplicates: 44, quarantined: 20, dropped: 0, in_quarantine: { unknown_agent: 3, position_used: 12 }, version: 4,
};

export const someLine: QuarantinedLine = {
  id: 17, source_id: 's1', run: 3, position: 4, line: '{"position":4,"agent":"nobody","state":"ready"}', kind: 'unknown_agent', field: 'agent',
  reason: 'is nobody’s: nobody.\nMaybe the directory has not told of them yet.', first_at: '2026-06-08T09:00:00Z', last_at: '2026-06-08T09:05:00Z', times: 7,
};

export const someSeconds: AdherenceSeconds = {
  adherence_percent: 90, conformance_percent: 95, scheduled: 36_000, in: 32_400, out: 3_600, explained: 0, unknown: 0, ignored: 0, unscheduled: 600,
  scheduled_on_queue: 30_000, scheduled_work: 36_000, work: 34_200,
};

/** Ten hours of an agent on a day. */
export const someHistoryRow: AdherenceHistoryRow = {
  day: null, start: null, agent_id: 'a1', agent: 'Holm, Ada', employee_number: '7', team_id: 't1', team: 'Early', unit_id: 'm1', unit: 'Berlin', totals: someSeconds,
};

const badSeconds: AdherenceSeconds = { ...someSeconds, adherence_percent: 50, conformance_percent: 60, in: 18_000, out: 18_000, work: 21_600 };

export const someHistory: AdherenceHistory = {
  unit_id: 'm1', unit: 'Berlin', from: '2026-06-08', to: '2026-06-14', time_zone: 'Europe/Berlin', stored_from: '2026-01-01T00:00:00Z', stored_until: '2026-06-20T09:15:00Z',
  recounting: 0, next_cursor: null, items: [someHistoryRow, { ...someHistoryRow, agent_id: 'a2', agent: 'Adler, Bo', totals: badSeconds }],
};

export const someHistoryDays: AdherenceHistory = {
  ...someHistory,
  items: [{ ...someHistoryRow, agent_id: null, agent: null, day: '2026-06-08' }, { ...someHistoryRow, agent_id: null, agent: null, day: '2026-06-09', totals: badSeconds }],
};
