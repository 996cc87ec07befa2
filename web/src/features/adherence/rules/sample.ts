import type { Items, RuleList, Tried } from '@/api/types';

export const someCode: Items['activity-codes'] = {
  id: 'c1', business_unit_id: 'u1', name: 'Telephone', category: 'on_queue', paid: true, counts_as_work: true, colour: '#2f7d4f', version: 1, removed_at: null,
};

export const someRules: RuleList = {
  business_unit_id: 'u1',
  version: 4,
  entries: [
    { from: null, version: 1, author: 'Ada', at: '2026-01-05T09:00:00Z', rules: {} },
    {
      from: '2026-03-01',
      version: 4,
      author: 'Paul',
      at: '2026-02-20T09:00:00Z',
      rules: {
        mappings: [
          { source: 'acd', state: 'Ready', counts_as: 'on_queue', reason: null },
          { source: 'acd', state: 'Idle', counts_as: 'break', reason: '7' },
        ],
        categories: [{ category: 'meal', terms: { start_late_seconds: 120 } }],
        activities: [{ activity_code_id: 'c1', terms: { end_early_seconds: 30 } }],
        accepts_unscheduled: null,
      },
    },
  ],
};

export const someTried: Tried = {
  day: '2026-03-02', has_entry: true, from: null, counts_as: 'break', verdict: 'out', impact: 'negative', rule: 'not_on_queue',
  mapping: { source: 'acd', state: 'Idle', counts_as: 'break', reason: '7' },
  terms: { accepts: ['on_queue'], start_early_seconds: 0, start_late_seconds: 90, end_early_seconds: 0, end_late_seconds: 0, ignored: false },
};
