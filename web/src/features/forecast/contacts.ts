import { formatNumber } from '@/lib/format';

/** A number of contacts: a tenth of one matters among ten, not among a thousand. */
export const contacts = (value: number): string => formatNumber(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
