import type { Estimate } from '@/api/types';
import { formatNumber } from '@/lib/format';

type Maybe = Estimate | null | undefined;

const shown = (value: number) => formatNumber(Math.round(value * 10) / 10);

const withWidth = (estimate: Maybe, times: number, unit: string): string => {
  if (!estimate) {
    return '–';
  }
  const width = estimate.half_width === null ? '' : ` ± ${shown(estimate.half_width * times)}`;
  return `${shown(estimate.value * times)}${width}${unit}`;
};

/** A part of 1 with its half-width: "81.2 ± 0.6 %". */
export const partOf = (estimate: Maybe): string => withWidth(estimate, 100, '\u00a0%');

/** "12.3 ± 0.8 s". */
export const secondsOf = (estimate: Maybe): string => withWidth(estimate, 1, '\u00a0s');

export const countOf = (estimate: Maybe): string => withWidth(estimate, 1, '');
