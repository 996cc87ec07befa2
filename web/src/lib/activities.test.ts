import { expect, it } from 'vitest';
import { clockIn, offsetIn, shortWordsOf, soonIn, visible, windowOf, wordsOf, type Planned } from './activities';

const codes = new Map([
  ['p', { name: 'Phone', colour: '#111111' }], ['l', { name: 'Lunch', colour: '#222222' }], ['v', { name: 'Leave', colour: '#333333' }],
]);
const day: Planned[] = [
  { layer: 'work', start: '2026-06-08T09:00:00+02:00', minutes: 480, activity_code_id: 'p' },
  { layer: 'inside', start: '2026-06-08T12:00:00+02:00', minutes: 30, activity_code_id: 'l' },
];
const leave: Planned = { layer: 'time_off', start: '2026-06-08T09:00:00+02:00', minutes: 480, activity_code_id: 'v' };

it('shows the highest of what lies over each other, and the work under a leave again without it', () => {
  expect(visible(day).map(({ code, start, end }) => [code, (end - start) / 60_000])).toEqual([['p', 180], ['l', 30], ['p', 270]]);
  expect(visible([...day, leave]).map(({ code, start, end }) => [code, (end - start) / 60_000])).toEqual([['v', 480]]);
  expect(visible([])).toEqual([]);
});

it('says a day in words, by the clock of its unit', () => {
  expect(wordsOf(day, codes, 'Europe/Berlin')).toBe('09:00–17:00 Phone, 12:00–12:30 Lunch');
  expect(wordsOf([], codes, 'Europe/Berlin')).toBe('Free');
  expect(shortWordsOf(day, codes, 'Asia/Kathmandu')).toBe('12:45–20:45');
  expect(shortWordsOf([...day, leave], codes, 'Europe/Berlin')).toBe('Leave');
  expect(shortWordsOf([], codes, 'Europe/Berlin')).toBe('Free');
});

it('tells a night of 25 hours true', () => {
  const night: Planned = { layer: 'work', start: '2026-10-24T22:00:00+02:00', minutes: 9 * 60, activity_code_id: 'p' };
  expect(wordsOf([night], codes, 'Europe/Berlin')).toBe('22:00–06:00 Phone');
  const start = Date.parse(night.start);
  expect([offsetIn('Europe/Berlin', start), offsetIn('Europe/Berlin', start + 9 * 3_600_000)]).toEqual([120, 60]);
  expect(clockIn('Europe/Berlin', start)).toBe('22:00');
});

it('takes whole hours around the days that are compared', () => {
  const window = windowOf([day, [leave]]);
  expect(window && [new Date(window.start).toISOString(), new Date(window.end).toISOString()])
    .toEqual(['2026-06-08T07:00:00.000Z', '2026-06-08T15:00:00.000Z']);
  expect(windowOf([[], []])).toBeUndefined();
});

it('says the weekday of what is not today', () => {
  const now = Date.parse('2026-06-08T21:30:00Z');
  const shown = (instant: string) => soonIn('Europe/Berlin', Date.parse(instant), now);
  expect(shown('2026-06-08T21:45:00Z')).toBe('23:45');
  expect(shown('2026-06-08T22:00:00Z')).toBe('Tue 00:00');
  expect(shown('2026-06-15T07:00:00Z')).toBe('Mon 09:00');
});
