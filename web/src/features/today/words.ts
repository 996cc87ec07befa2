import { formatNumber } from '@/lib/format';

export const unknown = '–';
type Known = number | null | undefined;
const isKnown = (value: Known): value is number => value !== null && value !== undefined;
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const count = (value: Known): string => (isKnown(value) ? whole.format(value) : unknown);
export const people = (value: Known): string => (isKnown(value) ? formatNumber(value) : unknown);
/** A part from 0 to 1. */
export const percent = (value: Known): string => (isKnown(value) ? `${formatNumber(value * 100)} %` : unknown);

/** With its sign; a real minus, which is as wide as the plus. */
export function signed(value: Known, write: (value: number) => string): string {
  if (!isKnown(value)) {
    return unknown;
  }
  const text = write(Math.abs(value));
  const isNothing = !/[1-9]/.test(text);
  return isNothing ? text : `${value < 0 ? '−' : '+'}${text}`;
}

const times = new Map<string, Intl.DateTimeFormat>();

/** The time of day by the clock of a zone: "09:15". */
export function clockAt(instant: string, zone: string): string {
  const known = times.get(zone) ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  times.set(zone, known);
  return known.format(new Date(instant));
}
