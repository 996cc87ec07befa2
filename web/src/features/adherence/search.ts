import { isDate } from '@/lib/dates';
import { pick } from '@/lib/pick';

/** `unit` is the business unit; `from` the day from which rules hold, or "always"; `open` is "history" or "new". */
export function readRulesSearch(search: Record<string, unknown>) {
  const { from, ...rest } = pick(search, ['unit', 'from', 'open']);
  return { ...rest, ...(from && (from === 'always' || isDate(from)) ? { from } : {}) };
}
