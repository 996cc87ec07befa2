import type { Tried } from '@/api/types';
import type { TagKind } from '@/components/Tag';
import { formatDuration } from '@/lib/format';
import { fullDate } from '@/lib/dates';
import { meaningWord } from './draft';

type Rule = Exclude<Tried['rule'], null>;

const why: Record<Rule, string> = {
  never_heard: 'Nothing was heard of the agent.',
  source_silent: 'The source is silent.',
  state_not_mapped: 'No mapping says what this state counts as: agents in it stay unknown.',
  state_ignored: 'The mapping leaves time in this state out of adherence.',
  activity_ignored: 'Adherence does not look at this activity.',
  accepted: 'What is scheduled accepts it.',
  approved: 'Somebody approved it.',
  told_too_late: 'The change reached the agent too late.',
  working_unscheduled: 'At work where nothing is scheduled: positive impact.',
  present_unscheduled: 'Logged in and not at work where nothing is scheduled: no impact.',
  not_on_queue: 'Scheduled on queue, and not there: negative impact.',
  on_queue_instead: 'On queue instead of something else: positive impact.',
  other_activity: 'Neither is on queue: no impact.',
};

const verdicts: Record<Exclude<Tried['verdict'], null>, { kind: TagKind; word: string }> = {
  in: { kind: 'good', word: 'in adherence' },
  out: { kind: 'bad', word: 'out of adherence' },
  unscheduled: { kind: 'wait', word: 'unscheduled' },
  unknown: { kind: 'off', word: 'unknown' },
  ignored: { kind: 'off', word: 'ignored' },
  explained: { kind: 'own', word: 'explained' },
};

export const verdictOf = ({ verdict }: Tried): { kind: TagKind; word: string } =>
  (verdict ? verdicts[verdict] : { kind: 'plain', word: 'as before' });

export const whyOf = ({ rule }: Tried): string => (rule ? why[rule] : 'The agent goes on with what was before.');

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
