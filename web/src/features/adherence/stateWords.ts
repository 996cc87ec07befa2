import type { Actual, WallAgent } from '@/api/types';

/** What states count as, in words. */
export const actualWords: Record<Actual, string> = {
  on_queue: 'on queue', break: 'break', meal: 'meal', meeting: 'meeting', training: 'training', time_off: 'time off', unavailable: 'unavailable',
  other_work: 'other work', logged_out: 'logged out', ignored: 'left out', unmapped: 'not mapped', unknown: 'unknown',
};

type Told = Pick<WallAgent['actual'], 'state' | 'reason'>;

/** "Ready", "Idle (7)": a state as its source calls it, with its reason code. */
export const stateWords = ({ state, reason }: Told): string => (state === null ? 'not heard of' : reason ? `${state} (${reason})` : state);
