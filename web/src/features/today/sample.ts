import type { IntradayDay, IntradayInterval, IntradayMeasures } from '@/api/types';

const measures = (offered: number, serviceLevel: number | null = 0.82, handleSeconds: number | null = 200): IntradayMeasures =>
  ({ offered, handle_seconds: handleSeconds, service_level: serviceLevel, abandoned: 0.02 });

const at = (minute: number) => new Date(Date.UTC(2026, 5, 8, 4, minute)).toISOString();

/** Half-hours from 8 to 12 by Berlin's clocks, in summer: until ten it is known what came, a fifth more than forecast. */
function interval(index: number): IntradayInterval {
  const isOpen = index >= 4 && index < 12;
  const isKnown = isOpen && index < 8;
  return {
    start: at(index * 30),
    open: isOpen,
    forecast: measures(isOpen ? 40 : 0),
    low: isOpen ? 30 : null,
    high: isOpen ? 50 : null,
    actual: isKnown ? measures(48, 0.7, 220) : null,
    reforecast: index < 8 ? null : measures(isOpen ? 44 : 0, 0.75, 210),
    required: isOpen ? 8 : 0,
    required_again: index < 8 ? null : isOpen ? 9 : 0,
    scheduled: isOpen ? 8 : 0,
    on_queue: isKnown ? 6.5 : index < 8 ? 0 : null,
    variance: { offered: isKnown ? 8 : null, handle_seconds: isKnown ? 20 : null, service_level: isKnown ? -0.12 : null, on_queue: isKnown ? -1.5 : null },
  };
}

export const someDay: IntradayDay = {
  business_unit_id: 'b1', date: '2026-06-08', zone: 'Europe/Berlin', minutes: 30, as_of: '2026-06-08T08:10:00Z', known_until: '2026-06-08T08:00:00Z',
  schedule_version: 12, published: true, forecast: { id: 'f1', name: 'Summer' }, goal: { service_level: 0.8, seconds: 20 },
  figures: {
    so_far: measures(192, 0.7, 220), forecast_so_far: measures(160), day: measures(368, 0.72, 215), forecast_day: measures(320), rest: measures(176, 0.75, 210),
    predicted_service_level: 0.724, required: 9, scheduled: 8, on_queue: 7,
  },
  intervals: Array.from({ length: 16 }, (_, index) => interval(index)),
  deviations: [
    {
      kind: 'offered', planning_group: 'Loans', sentence: 'Loans: 32 contacts more than forecast (192 instead of 160), since 08:00.',
      start: '2026-06-08T06:00:00Z', end: '2026-06-08T08:00:00Z', open: true, actual: 192, planned: 160, work_hours: 1.8,
    },
    {
      kind: 'scheduled', planning_group: 'Loans', sentence: 'Loans: 1 agent fewer scheduled than will be required (8 instead of 9), from 10:00 to 12:00.',
      start: '2026-06-08T08:00:00Z', end: '2026-06-08T10:00:00Z', open: false, actual: 8, planned: 9, work_hours: 2,
    },
  ],
  unmapped_queues: [],
  notes: [],
};

/** Nothing was forecast, told or published. */
export const blankDay: IntradayDay = {
  ...someDay, known_until: null, published: false, forecast: null, goal: null, deviations: [],
  figures: { so_far: measures(0, null, null), forecast_so_far: null, day: measures(0, null, null), forecast_day: null, rest: null, predicted_service_level: null, required: null, scheduled: null, on_queue: null },
  intervals: someDay.intervals.map((one) => ({
    ...one, open: false, forecast: null, low: null, high: null, actual: null, reforecast: null, required: null, required_again: null, scheduled: null, on_queue: null,
    variance: { offered: null, handle_seconds: null, service_level: null, on_queue: null },
  })),
};
