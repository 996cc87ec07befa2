import { describe, expect, it } from 'vitest';
import { dayPoints, intervalPoints, openSlots } from './chart/points';
import { bandPath, linePath, niceSteps, runs } from '@/lib/shape';
import { addDays, clockOf, weekOf } from '@/lib/dates';
import { someIntraday, somePart, someHistory, someRequirement } from './sample';
import { readForecastSearch } from './search';
import { termsOf, valuesOf, whatIfOf, wrongIn } from './staffing/terms';
import { editPlace, editSpan, scopeOf, valueOf } from './volume/layers';
import { readNumber, readVolume } from './readNumber';
import { readSpan, spanOf, textOf } from './volume/span';

const series = { part: somePart, history: someHistory, requirement: someRequirement(9) };

describe('dates', () => {
  it('go over the change of clocks and of the year', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  it.each([['monday', '2026-03-02'], ['sunday', '2026-03-01'], ['wednesday', '2026-03-04']] as const)('begin weeks on a %s', (day, first) => {
    expect(weekOf('2026-03-04', day)).toBe(first);
  });
  it('write the end of a day as midnight', () => expect([clockOf(570), clockOf(1_440)]).toEqual(['09:30', '00:00']));
});

describe('points', () => {
  it('show days as totals, the past before the future, and nothing where it is closed', () => {
    const points = dayPoints(series, '2026-02-27');
    expect(points).toHaveLength(17);
    expect(points[0]).toMatchObject({ actual: 170, volume: null, editable: false });
    expect(points[1]).toMatchObject({ actual: null, volume: null });
    expect(points[3]).toMatchObject({ volume: 160, low: 145, high: 176, low95: 136, high95: 186, agents: 9, editable: true, tick: '2 Mar' });
  });
  it('count an hour twice that happens twice', () => {
    const days = somePart.days.map((day, index) => (index === 0 ? { ...day, occurrences: day.occurrences.map((_, slot) => (slot === 16 ? 2 : 1)) } : day));
    expect(dayPoints({ ...series, part: { ...somePart, days } }, '2026-03-02')[0]?.volume).toBe(200);
  });
  it('show what came in intervals of another length, if that tells', () => {
    const actual = (minutes: number) => {
      const volumes = Array.from({ length: 1_440 / minutes }, (_, slot) => (slot >= 480 / minutes ? 10 : null));
      return intervalPoints({ ...series, history: { minutes, days: [{ date: '2026-03-02', offered: 0, volumes }] } }, ['2026-03-02'])[0]?.actual;
    };
    expect([actual(15), actual(30), actual(60)]).toEqual([20, 10, null]);
  });
  it('go on with the rest of the day as it is forecast again, and with its range', () => {
    const points = intervalPoints({ ...series, intraday: someIntraday }, ['2026-03-02']);
    expect(points.map(({ again }) => again)).toEqual([null, null, 44, 44]);
    expect(points.map(({ low, high }) => [low, high])).toEqual([[30, 50], [30, 50], [33, 55], [33, 55]]);
    expect(intervalPoints({ ...series, intraday: someIntraday }, ['2026-03-03']).every(({ again }) => again === null)).toBe(true);
  });
  it('leave nights and closed days out of a week, and draw no line over them', () => {
    const points = intervalPoints(series, ['2026-03-06', '2026-03-07', '2026-03-09']);
    expect(points.map((point) => point.begins)).toEqual([true, false, false, false, true, false, false, false]);
    expect(openSlots(somePart.days)).toEqual([16, 17, 18, 19]);
  });
});

describe('shapes', () => {
  const scale = { x: (index: number) => index, y: (value: number) => value };
  it.each([[0, [0, 0.2, 0.4, 0.6, 0.8, 1]], [38_068, [0, 10_000, 20_000, 30_000, 40_000]]])('step nicely up to %d', (most, steps) => {
    expect(niceSteps(most).map((step) => Math.round(step * 10) / 10)).toEqual(steps);
  });
  it('break at gaps and where told', () => {
    expect(runs([1, null, 2, 3], (index) => index === 3)).toEqual([{ from: 0, through: 0 }, { from: 2, through: 2 }, { from: 3, through: 3 }]);
  });
  it('draw lines and areas, and a bar around a point that stands alone', () => {
    expect(linePath([1, 2, null], scale)).toBe('M0.0,1.0L1.0,2.0');
    expect(bandPath([1, 1], [2, 2], { ...scale, step: 1 })).toBe('M0.0,2.0L1.0,2.0L1.0,1.0L0.0,1.0Z');
    expect(bandPath([1], [2], { ...scale, step: 1 })).toBe('M-0.3,2.0H0.3V1.0H-0.3Z');
  });
});

describe('layers', () => {
  it('keep what others have made and replace what was edited at the same place', () => {
    const once = editPlace(somePart.layers, { date: '2026-03-02' }, 30, 200);
    const twice = editPlace(once, { date: '2026-03-02' }, 30, 220);
    expect(twice.map(({ name, value }) => [name, value])).toEqual([['Campaign', 1.1], ['Edited by hand: 2 Mar 2026', 220]]);
  });
  it('set one interval, to the end of the day too', () => {
    expect(editPlace([], { date: '2026-03-02', minute: 1_410 }, 30, 5)[0]).toMatchObject({ kind: 'set', start: '23:30', end: '00:00' });
  });
  it('spread a week', () => {
    expect(editSpan([], '2026-03-02', '2026-03-08', 900)[0]).toMatchObject({ kind: 'spread_total', from: '2026-03-02', through: '2026-03-08' });
  });
  it.each([['multiply', 1.1, '× 1.1 (+10 %)'], ['multiply', 0.9, '× 0.9 (−10 %)'], ['add', -3, '−3 in each interval'], ['spread_total', 12_000, '12,000 in all, spread']] as const)(
    'say what %s %d does', (kind, value, words) => expect(valueOf({ kind, value })).toBe(words),
  );
  it('say where they are', () => {
    const layer = { name: 'x', kind: 'set' as const, value: 1, from: '2026-03-02', through: '2026-03-03', start: '09:00', end: '00:00', weekdays: ['monday' as const] };
    expect(scopeOf(layer)).toBe('2 Mar to 3 Mar, 09:00 to 24:00, Mon');
  });
});

describe('numbers', () => {
  it.each([['1,250', 1250], ['12.5', 12.5], ['+10%', 220], ['-5 %', 190], ['', undefined], ['-3', undefined], ['many', undefined], ['+1,5%', undefined]])(
    'reads %s contacts', (text, value) => expect(readVolume(text, 200)).toBe(value),
  );
  it.each([['12,000', 12_000], ['1,250,000.5', 1_250_000.5], ['−3', -3], ['1,5', undefined], ['0,500', undefined], ['12,50', undefined], ['1e3', undefined]])(
    'reads %s', (text, value) => expect(readNumber(text)).toBe(value),
  );
});

describe('spans', () => {
  it('come from the address where the forecast has them', () => {
    expect(spanOf({ week: '2026-03-02' }, somePart, 'monday')).toEqual({ kind: 'week', date: '2026-03-02' });
    expect(spanOf({ day: '2031-03-02' }, somePart, 'monday')).toEqual({ kind: 'all' });
    expect(readSpan(textOf({ kind: 'day', date: '2026-03-02' }))).toEqual({ kind: 'day', date: '2026-03-02' });
  });
});

describe('the address', () => {
  it('asks for dates or for nothing', () => {
    expect(readForecastSearch({ unit: 'b1', week: 'x', day: '2026-02-31' })).toEqual({ unit: 'b1' });
    expect(readForecastSearch({ week: '2026-03-02', day: '2026-03-04' })).toEqual({ week: '2026-03-02', day: '2026-03-04' });
  });
  it('may name any day of a week', () => expect(spanOf({ week: '2026-03-04' }, somePart, 'sunday')).toEqual({ kind: 'week', date: '2026-03-01' }));
});

describe('terms', () => {
  it('are the same after a look', () => expect(termsOf(valuesOf(somePart.staffing))).toEqual(somePart.staffing));
  it('ask "what if" only for what differs, and for nothing where it is set back to as usual', () => {
    const kept = { ...somePart.staffing, patience_seconds: 90 };
    const asked = (changes: object) => whatIfOf({ ...valuesOf(kept), ...changes }, kept);
    expect(asked({ volume_percent: '100' })).toBeUndefined();
    expect(asked({ volume_percent: '110', uncertain_days: 'true' })).toEqual({ volume_percent: 110, uncertain_days: true });
    expect(asked({ patience_seconds: '' })).toEqual({ patience_seconds: '' });
  });
  it('say what is no number, and what must be one', () => {
    const values = { ...valuesOf(somePart.staffing), shrinkage_percent: '', patience_seconds: '1.5', handle_seconds: '1,5', at_once: '', volume_percent: 'x' };
    expect(Object.keys(wrongIn(values))).toEqual(['shrinkage_percent', 'patience_seconds', 'handle_seconds', 'volume_percent']);
  });
});
