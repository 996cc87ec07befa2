import type { Tried } from '@/api/types';
import type { TagKind } from '@/components/Tag';
import { formatDuration } from '@/lib/format';
import { fullDate } from '@/lib/dates';
import { ruleWords, verdictSigns } from '../verdicts';
import { meaningWord } from './draft';

export const verdictOf = ({ verdict }: Tried): { kind: TagKind; word: string } =>
  (verdict ? verdictSigns[verdict] : { kind: 'plain', word: 'as before' });

export const whyOf = ({ rule }: Tried): string => (rule ? ruleWords[rule] : 'The agent goes on with what was before.');

/** "on queue, by the mapping of Ready with code 7". */
export function countsAs({ mapping }: Tried): string {
  if (!mapping) {
    return 'nothing: no mapping fits';
  }
  const code = mapping.reason ? `with reason code ${mapping.reason}` : 'with any reason code';
  return `${meaningWord[mapping.counts_as]}, by the mapping of ${mapping.state} ${code}`;
}

/** How far the begin and the end of what is scheduled may be missed. */
export function forgiven({ terms }: Tried): string {
  const of = (seconds: number | null | undefined) => formatDuration(seconds ?? 0);
  const all = [terms.start_early_seconds, terms.start_late_seconds, terms.end_early_seconds, terms.end_late_seconds];
  return all.every((seconds) => !seconds)
    ? 'to the second'
    : `begin ${of(terms.start_early_seconds)} early to ${of(terms.start_late_seconds)} late, end ${of(terms.end_early_seconds)} early to ${of(terms.end_late_seconds)} late`;
}

export const accepted = ({ terms }: Tried): string => (terms.accepts ?? []).map((one) => meaningWord[one]).join(', ') || 'nothing';

/** The day from which rules hold: "since ever", "from Sun, 1 Mar 2026". */
export const sinceWord = (from: string | null): string => (from ? `from ${fullDate(from)}` : 'since ever');
