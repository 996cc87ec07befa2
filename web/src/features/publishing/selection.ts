import type { DraftExtent } from '@/api/types';

/** Which part of what a draft changes is to be published. */
export interface Part {
  /** Agents that are left in the draft. */
  without: ReadonlySet<string>;
  /** The first and the last day; empty: from the first on, to the last. */
  from: string;
  to: string;
}

export const everything: Part = { without: new Set(), from: '', to: '' };

const isWithin = (day: string, { from, to }: Part): boolean => (from === '' || day >= from) && (to === '' || day <= to);

/** All days that a draft changes, in order. */
export const allDays = (changes: readonly DraftExtent[]): string[] => [...new Set(changes.flatMap(({ days }) => days))].sort();

/** What is left of the changes with only a part of them. */
export const chosenOf = (changes: readonly DraftExtent[], part: Part): DraftExtent[] => changes
  .filter(({ agent_id }) => !part.without.has(agent_id))
  .map((change) => ({ ...change, days: change.days.filter((day) => isWithin(day, part)) }))
  .filter(({ days }) => days.length > 0);

/** The fields of the request; what is not narrowed is left out. */
export function requestOf(changes: readonly DraftExtent[], part: Part): { agent_ids?: string[]; days?: string[] } {
  const chosen = chosenOf(changes, part);
  const days = allDays(changes);
  const some = days.filter((day) => isWithin(day, part));
  return {
    ...(part.without.size > 0 && { agent_ids: chosen.map(({ agent_id }) => agent_id) }),
    ...(some.length < days.length && { days: some }),
  };
}
