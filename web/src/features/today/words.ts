import { formatNumber } from '@/lib/format';

export const unknown = '–';
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const count = (value: number | null | undefined): string => (value == null ? unknown : whole.format(value));
export const people = (value: number | null | undefined): string => (value == null ? unknown : formatNumber(value));
/** A part from 0 to 1. */
export const percent = (value: number | null | undefined): string => (value == null ? unknown : `${formatNumber(value * 100)} %`);

/** With its sign; a real minus, which is as wide as the plus. */
export function signed(value: number | null | undefined, write: (value: number) => string): string {
  if (value == null) {
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
