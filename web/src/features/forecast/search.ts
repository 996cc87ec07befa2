import { pick } from '@/lib/pick';

/**
 * `unit`, `forecast` and `group` are what is looked at; `week` or `day` is the part of it seen by interval; `open` is what is open
 * at the side: "list" for all forecasts, "new" for a new one.
 */
export const readForecastSearch = (search: Record<string, unknown>) =>
  pick(search, ['unit', 'forecast', 'group', 'week', 'day', 'open']);

export type ForecastSearch = ReturnType<typeof readForecastSearch>;
