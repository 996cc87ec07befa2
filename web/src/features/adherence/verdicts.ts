import type { Verdict, VerdictRule } from '@/api/types';
import type { TagKind } from '@/components/Tag';

/** Each verdict in words. Unknown has a look of its own: it is no verdict on the agent. */
export const verdictSigns: Record<Verdict, { kind: TagKind; word: string }> = {
  in: { kind: 'good', word: 'in adherence' },
  out: { kind: 'bad', word: 'out of adherence' },
  unscheduled: { kind: 'wait', word: 'unscheduled' },
  unknown: { kind: 'unknown', word: 'unknown' },
  ignored: { kind: 'off', word: 'ignored' },
  explained: { kind: 'own', word: 'explained' },
};

/** The same where there is little room. */
export const verdictWords: Record<Verdict, string> = {
  in: 'in', out: 'out', unscheduled: 'unscheduled', unknown: 'unknown', ignored: 'ignored', explained: 'explained',
};

/** The rule that fired, in words. */
export const ruleWords: Record<VerdictRule, string> = {
  never_heard: 'Nothing was heard of the agent.',
  source_silent: 'The source has told nothing of that time.',
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
