import type { MyNotice, MySchedule } from '@/api/types';

const work = (day: string, hour: string, minutes = 480) => ({ layer: 'work' as const, start: `${day}T${hour}:00+02:00`, minutes, activity_code_id: 'p' });
const lunch = (day: string, hour: string) => ({ layer: 'inside' as const, start: `${day}T${hour}:00+02:00`, minutes: 30, activity_code_id: 'l' });
const codes: MySchedule['activities'] = [
  { id: 'p', name: 'Phone', category: 'on_queue', paid: true, colour: '#2f7d4f' },
  { id: 'l', name: 'Lunch', category: 'meal', paid: false, colour: '#b86b25' },
];
const dayOf = (day: string, activities: MySchedule['days'][number]['activities']) => ({ agent_id: 'a1', day, version: 1, activities });

/** Monday by day, Tuesday free, Wednesday by night. */
export const someSchedule: MySchedule = {
  agent_id: 'a1', name: 'Ann Lee', version: 4, as_of: '2026-06-08T10:00:00Z', time_zone: 'Europe/Berlin', today: '2026-06-08', week_start: 'monday',
  days: [
    dayOf('2026-06-08', [work('2026-06-08', '09:00'), lunch('2026-06-08', '12:00')]),
    dayOf('2026-06-09', []),
    dayOf('2026-06-10', [work('2026-06-10', '22:00')]),
  ],
  activities: codes,
};

export const someNotices: MyNotice[] = [
  {
    id: 'n2', version: 4, days: ['2026-06-08'], is_short: true, author: 'Ada', note: 'Somebody is ill', at: '2026-06-07T10:00:00Z', acknowledged_at: null,
    changes: [{ day: '2026-06-08', is_short: true, before: [work('2026-06-08', '11:00')], after: [work('2026-06-08', '09:00'), lunch('2026-06-08', '12:00')] }],
    activities: codes,
  },
  {
    id: 'n1', version: 3, days: ['2026-06-08', '2026-06-10'], is_short: false, author: 'Paul', note: '', at: '2026-06-01T10:00:00Z', acknowledged_at: null,
    changes: [
      { day: '2026-06-08', is_short: false, before: [work('2026-06-08', '10:00')], after: [work('2026-06-08', '11:00')] },
      { day: '2026-06-10', is_short: false, before: null, after: [work('2026-06-10', '22:00')] },
    ],
    activities: codes,
  },
];
