import type { EventSource, QuarantineKind, Replayed } from '@/api/types';
import { formatDuration, formatNumber } from '@/lib/format';

export const kinds = [
  'unknown_agent', 'ambiguous_agent', 'unknown_switch', 'position_used', 'from_future', 'too_old', 'invalid', 'not_json', 'too_long', 'too_many_states',
] as const satisfies readonly QuarantineKind[];

export const kindNames: Record<QuarantineKind, string> = {
  unknown_agent: 'unknown agent', ambiguous_agent: 'ambiguous agent', unknown_switch: 'unknown switch', position_used: 'position used', from_future: 'from the future',
  too_old: 'too old', invalid: 'invalid', not_json: 'no JSON', too_long: 'too long', too_many_states: 'too many states',
};

/** What mends lines of a kind. */
export const remedies: Record<QuarantineKind, string> = {
  unknown_agent: 'Bring in the agent, by the directory or under People; then replay.',
  ambiguous_agent: 'Mend the agents, or let the source name the switch; then replay.',
  unknown_switch: 'Bring in the switch; then replay.',
  position_used: 'If the source counts anew, begin a new run of it; then replay.',
  from_future: 'Set the clock offset of the source, or wait; then replay.',
  too_old: 'Raise Events:KeepDays; then replay.',
  invalid: 'Mend the source. It may send the position again, right this time.',
  not_json: 'Mend the source. It may send the position again. Only a likeness of the line is kept, so it is not replayed.',
  too_long: 'Mend the source. It may send the position again. Only the beginning is kept, so it is not replayed.',
  too_many_states: 'Mend the source: it has told 2,000 different states and reason codes.',
};

export const isKind = (text: string | undefined): text is QuarantineKind => kinds.some((kind) => kind === text);

/** What is kept of the others is not what came. */
export const isReplayable = (kind: QuarantineKind | undefined): boolean => kind !== 'not_json' && kind !== 'too_long';

/** How many lines are in quarantine now, by what the filter lets through. */
export const heldLines = (sources: readonly EventSource[], source?: string, kind?: QuarantineKind): number =>
  sources.filter(({ id }) => !source || id === source)
    .flatMap(({ in_quarantine: held }) => (kind ? [held[kind] ?? 0] : Object.values(held)))
    .reduce((sum, count) => sum + count, 0);

export const linesWord = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'line' : 'lines'}`;

/** "12 lines taken in, 3 still wrong." */
export function replayedSentence({ lines, accepted, duplicates, left }: Replayed): string {
  if (lines === 0) {
    return 'No line could be replayed: of these only a part, or a likeness, is kept.';
  }
  const parts = [`${linesWord(accepted)} taken in`];
  if (duplicates > 0) {
    parts.push(`${formatNumber(duplicates)} had come before`);
  }
  parts.push(left > 0 ? `${formatNumber(left)} still wrong` : 'none left');
  return `${parts.join(', ')}.`;
}

export const heardWords = (source: EventSource): string =>
  (source.heard_seconds_ago === null ? 'never' : `${formatDuration(source.heard_seconds_ago)} ago`);

/** "2 s ahead", as the clock of a source stands by its offset. */
export function offsetWords(milliseconds: number): string {
  if (milliseconds === 0) {
    return 'its clock is right';
  }
  const seconds = formatNumber(Math.abs(milliseconds) / 1_000);
  return `its clock is ${seconds} s ${milliseconds < 0 ? 'ahead' : 'behind'}`;
}
