import type { Choice, SettledDay } from '@/api/publishing';
import type { AgentDayKey, DayConflict, Published } from '@/api/types';
import { formatNumber } from '@/lib/format';

export const dayKey = ({ agent_id, day }: Pick<AgentDayKey, 'agent_id' | 'day'>): string => `${agent_id} ${day}`;

/** A choice is of what was met: a day that has changed again since is to be chosen anew. */
export const conflictKey = (conflict: Pick<DayConflict, 'agent_id' | 'day' | 'version'>): string => `${dayKey(conflict)} ${conflict.version ?? 'none'}`;

const counted = (count: number, one: string, many: string): string => `${formatNumber(count)} ${count === 1 ? one : many}`;
export const daysWord = (count: number): string => counted(count, 'day', 'days');
export const peopleWord = (count: number): string => counted(count, 'person', 'people');
export const rulesWord = (count: number): string => counted(count, 'rule', 'rules');
export const personName = (name: string): string => name || 'Somebody who is gone';

/** What a version came to: "12 days of 3 people, 1 merged". */
export function outcomeSentence({ version, agents, agent_days, merged, overwritten, why_nothing }: Published): string {
  if (version === null) {
    return why_nothing ?? 'Nothing differed, so there is no new version.';
  }
  const more = [merged > 0 && `${daysWord(merged)} merged`, overwritten > 0 && `${daysWord(overwritten)} of others put aside by force`];
  return [`Version ${version}: ${daysWord(agent_days)} of ${peopleWord(agents)}`, ...more.filter(Boolean)].join(', ');
}

/** By what `conflictKey` says. */
export type Choices = ReadonlyMap<string, Choice>;

/** The choices that a conflict leaves, in words of what is done. */
export type ChoiceWords = readonly { choice: Choice; name: string; for: string }[];

export const publishChoices: ChoiceWords = [
  { choice: 'keep_draft', name: 'Keep the draft’s', for: 'Keep all of the draft' },
  { choice: 'take_published', name: 'Take what is published', for: 'Take all that is published' },
  { choice: 'leave_out', name: 'Leave out for now', for: 'Leave all out for now' },
];

export const restoreChoices: ChoiceWords = [
  { choice: 'keep_draft', name: 'Put back all the same', for: 'Put all back' },
  { choice: 'leave_out', name: 'Leave as it is', for: 'Leave all as they are' },
];

export const settledOf = (conflicts: readonly DayConflict[], choices: Choices): SettledDay[] => conflicts.flatMap((conflict) => {
  const choice = choices.get(conflictKey(conflict));
  return choice ? [{ agent_id: conflict.agent_id, day: conflict.day, version: conflict.version ?? 0, choice }] : [];
});

/** All that is settled; a day that was met twice is settled as it was met last. */
export function settledWith(before: readonly SettledDay[], next: readonly SettledDay[]): SettledDay[] {
  const days = new Set(next.map(dayKey));
  return [...before.filter((day) => !days.has(dayKey(day))), ...next];
}
