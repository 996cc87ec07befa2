import { formatNumber } from '@/lib/format';

/** A part of 1 as "4.8 %"; what was not measured is a dash. */
export const percent = (part: number | null | undefined): string => (part === null || part === undefined ? '–' : `${formatNumber(part * 100)}\u00a0%`);

/** With its sign, which is the news: "+3.2 %". */
export const signedPercent = (part: number | null | undefined): string => (part === null || part === undefined ? '–' : `${signOf(part)}${formatNumber(Math.abs(part) * 100)}\u00a0%`);

export const signed = (value: number): string => `${signOf(value)}${formatNumber(Math.abs(value))}`;

const signOf = (value: number) => (value < 0 ? '−' : value > 0 ? '+' : '±');
