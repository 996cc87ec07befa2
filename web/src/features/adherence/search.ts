import { isDate } from '@/lib/dates';
import { pick } from '@/lib/pick';

/** `unit` is the business unit; `from` the day from which rules hold, or "always"; `open` is "history" or "new". */
export function readRulesSearch(search: Record<string, unknown>) {
  const { from, ...rest } = pick(search, ['unit', 'from', 'open']);
  return { ...rest, ...(from && (from === 'always' || isDate(from)) ? { from } : {}) };
}

/** `unit` is a business unit or a management unit; `range` a word, or `from` and `to` days; `by` what a row is of; `sort` a column, with a minus the greatest first; `clock` as on the wall. */
export const readHistorySearch = (search: Record<string, unknown>) => pick(search, ['unit', 'range', 'from', 'to', 'by', 'agent', 'sort', 'clock']);

/** `unit` is a business unit or a management unit; `show` is "out", "unknown" or "all"; `find` among the agents; `clock` is "unit" for the times of the unit. */
export const readWallSearch = (search: Record<string, unknown>) => pick(search, ['unit', 'show', 'find', 'clock']);

/** `source` is open over the list, by its id or its name; `of` and `kind` say which lines of the quarantine are shown, and `line` is open. */
export const readSourcesSearch = (search: Record<string, unknown>) => pick(search, ['source', 'of', 'kind', 'line']);
