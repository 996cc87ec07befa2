import type { MappingRow } from './draft';

/** States by the names that most telephone systems give them. */
const states: readonly (readonly [string, MappingRow['counts_as']])[] = [
  ['ready', 'on_queue'], ['on_call', 'on_queue'], ['after_call_work', 'on_queue'], ['not_ready', 'unavailable'], ['break', 'break'],
  ['lunch', 'meal'], ['meeting', 'meeting'], ['training', 'training'], ['logged_out', 'logged_out'],
];

export const usualStates = (source: string): MappingRow[] =>
  states.map(([state, counts_as]) => ({ source: source.trim(), state, reason: '', counts_as }));
