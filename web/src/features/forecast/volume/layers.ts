import { formatNumber } from '@/lib/format';
import type { DemandLayer, LayerKind } from '@/api/types';
import type { When } from '../chart/points';
import { contacts } from '../contacts';
import { clockOf, shortDate, weekdayLabel } from '@/lib/dates';

const byHand = 'Edited by hand';
const yearOf = (date: string) => date.slice(0, 4);

/** A new change lies above the others; an older one of the same name gives way to it. */
export const onTop = (layers: readonly DemandLayer[], layer: DemandLayer): DemandLayer[] =>
  [...layers.filter((one) => one.name !== layer.name), layer];

/** One interval is set; all intervals of a day keep their shape and share its new total. */
export function editPlace(layers: readonly DemandLayer[], { date, minute }: When, minutes: number, value: number): DemandLayer[] {
  const when = `${shortDate(date)} ${yearOf(date)}`;
  const days = { value, from: date, through: date, is_on: true };
  return onTop(layers, minute === undefined
    ? { name: `${byHand}: ${when}`, kind: 'spread_total', ...days }
    : { name: `${byHand}: ${when} ${clockOf(minute)}`, kind: 'set', ...days, start: clockOf(minute), end: clockOf(minute + minutes) });
}

/** All days of a span share its new total. */
export const editSpan = (layers: readonly DemandLayer[], from: string, through: string, value: number): DemandLayer[] =>
  onTop(layers, {
    name: `${byHand}: ${shortDate(from)} to ${shortDate(through)} ${yearOf(through)}`, kind: 'spread_total', value, from, through, is_on: true,
  });

export const kindLabel: Record<LayerKind, string> = {
  add: 'Add to each interval', multiply: 'Multiply', set: 'Set each interval', spread_total: 'Set the total and spread it',
};

const percent = (factor: number) => `${factor < 1 ? '−' : '+'}${formatNumber(Math.abs(factor - 1) * 100)} %`;

/** "× 1.1 (+10 %)" */
export function valueOf({ kind, value }: Pick<DemandLayer, 'kind' | 'value'>): string {
  switch (kind) {
    case 'add':
      return `${value < 0 ? '−' : '+'}${formatNumber(Math.abs(value))} in each interval`;
    case 'multiply':
      return `× ${String(value)} (${percent(value)})`;
    case 'set':
      return `${contacts(value)} in each interval`;
    case 'spread_total':
      return `${contacts(value)} in all, spread`;
  }
}

const clock = (time: string | undefined) => (time ?? '00:00').slice(0, 5);

/** "27 Oct to 2 Nov, 09:00 to 17:00, Mon Tue" */
export function scopeOf({ from, through, start, end, weekdays }: DemandLayer): string {
  const times = clock(start) === '00:00' && clock(end) === '00:00' ? undefined : `${clock(start)} to ${clock(end) === '00:00' ? '24:00' : clock(end)}`;
  const days = from === through ? shortDate(from) : `${shortDate(from)} to ${shortDate(through)}`;
  return [days, times, weekdays?.map(weekdayLabel).join(' ')].filter(Boolean).join(', ');
}
