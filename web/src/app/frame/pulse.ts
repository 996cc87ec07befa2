import type { LiveBeat, LiveState } from '@/api/live';

export interface Pulse {
  kind: 'good' | 'bad' | 'wait';
  text: string;
}

/** What the topic "cluster" tells. */
export interface ClusterPulse {
  level: 'good' | 'wait';
  sentence: string;
}

interface Heard {
  state: LiveState;
  beat: LiveBeat | undefined;
  cluster: ClusterPulse | undefined;
  /** Whether requests are answered while there is no live connection. */
  answers: boolean;
}

/** What the live pill says. */
export function pulseOf({ state, beat, cluster, answers }: Heard): Pulse {
  if (state === 'open') {
    if (!beat?.current) {
      return { kind: 'wait', text: 'this node is not current' };
    }
    return cluster ? { kind: cluster.level, text: cluster.sentence } : { kind: 'wait', text: 'connecting' };
  }
  if (state === 'connecting') {
    return { kind: 'wait', text: 'connecting' };
  }
  return answers ? { kind: 'wait', text: 'live connection lost, trying again' } : { kind: 'bad', text: 'connection lost, trying again' };
}
