import { pick } from '@/lib/pick';
import { isDate } from '@/lib/dates';

/**
 * `unit`, `forecast` and `group` are what is looked at; `week` or `day` is the part of it seen by interval, a date or nothing; `open` is what is open
 * at the side: "list" for all forecasts, "new" for a new one.
 */
export function readForecastSearch(search: Record<string, unknown>) {
  const { week, day, ...rest } = pick(search, ['unit', 'forecast', 'group', 'week', 'day', 'open']);
  return { ...rest, ...(week && isDate(week) ? { week } : {}), ...(day && isDate(day) ? { day } : {}) };
}

export type ForecastSearch = ReturnType<typeof readForecastSearch>;
