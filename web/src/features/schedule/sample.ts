import type { Build, BuildDetails, BuiltSchedule } from '@/api/types';

/** A build of one week for two agents, as the views are tested with. */
export const someBuild: Build = {
  id: 'b1', version: 2, business_unit_id: 'u1', name: 'Spring', forecast_id: 'f1', management_unit_ids: ['m1'], first_day: '2026-03-02',
  weeks: 1, seconds: 60, restarts: 1, seed: 1, priority: 5, state: 'done', is_stopping: false,
  sentence: '1 unit scheduled, every rule is kept.', created_by: 'Ada', created_at: '2026-02-20T09:00:00Z', ended_at: '2026-02-20T09:01:00Z',
  rebuild: null, history_of: null,
};

export const someDetails: BuildDetails = {
  build: someBuild,
  units: [{
    management_unit_id: 'm1', state: 'done', sentence: '', seed: 1, nodes: ['alpha'], seconds: 60, steps: 900, breaches: 0, cost: 1200, bound: 1000,
    progress: [
      { seconds: 1, breaches: 3, cost: 5000, bound: null, covered: 0.2 },
      { seconds: 60, breaches: 0, cost: 1200, bound: 1000, covered: 0.97 },
    ],
    findings: ['Without a work plan, and so not scheduled: Bo Lind.'], is_stale: false, changed: [],
  }],
};

export const someSchedule: BuiltSchedule = {
  interval_minutes: 30,
  clock_changes: null,
  activities: [{ kind: 'work', name: '', paid: true }, { kind: 'pause', name: 'Lunch', paid: false }],
  groups: ['Loans'],
  required: [Array.from({ length: 7 * 48 }, (_, slot) => (slot % 48 >= 18 && slot % 48 < 36 ? 2 : 0))],
  served: [Array.from({ length: 7 * 48 }, (_, slot) => (slot % 48 >= 18 && slot % 48 < 36 ? 1 : 0))],
  agents: [
    { id: 'a1', name: 'Ann Lee', shifts: [[0, 540, 510, 0, 210, 1, 30, 0, 270]] },
    { id: 'a2', name: 'Bea Moss', shifts: [[1, 1320, 480, 0, 480]] },
  ],
};
