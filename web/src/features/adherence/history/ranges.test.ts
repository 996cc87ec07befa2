import { describe, expect, it } from 'vitest';
import { chosenDays, daysOf } from './ranges';
import { barsOf, formatHours } from './rows';
import { someHistoryRow, someSeconds } from '../sample';

describe('the days of a word', () => {
  it.each([
    ['today', '2026-03-01', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['this_week', '2026-03-01', '2026-02-23', '2026-03-01'],
    ['last_week', '2026-03-02', '2026-02-23', '2026-03-01'],
    ['this_month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['last_month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ] as const)('%s, seen from %s', (range, today, from, to) => {
    expect(daysOf(range, today)).toEqual({ from, to });
  });

  it('gives way to two days, and a word that nobody knows to what was used last', () => {
    expect(chosenDays({ range: 'today', from: '2026-02-02', to: '2026-01-01' }, undefined, '2026-03-01')).toEqual({ from: '2026-01-01', to: '2026-02-02' });
    expect(chosenDays({ range: 'toString' }, 'yesterday', '2026-03-01').range).toBe('yesterday');
    expect(chosenDays({ from: '2026-02-31', to: 'x' }, undefined, '2026-03-01').range).toBe('this_week');
  });
});

describe('the bars', () => {
  it('are of weeks where days are many, divided after they are summed', () => {
    const days = Array.from({ length: 98 }, (_, index) => new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10));
    const bars = barsOf(days.map((day, index) => ({ ...someHistoryRow, day, totals: index === 0 ? { ...someSeconds, in: 0, out: 36_000 } : someSeconds })));
    expect(bars).toHaveLength(14);
    expect(bars[0]?.seconds.adherence_percent).toBeCloseTo(77.14, 2);
    expect(bars[1]?.seconds.adherence_percent).toBeCloseTo(90, 9);
  });

  it('have hours and minutes', () => {
    expect([formatHours(0), formatHours(3_599), formatHours(4_446_300)]).toEqual(['0:00', '1:00', '1,235:05']);
  });
});
