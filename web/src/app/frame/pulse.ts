import type { NodeView } from '@/api/types';

export interface Pulse {
  kind: 'good' | 'bad' | 'wait';
  text: string;
}

interface Asked {
  node: NodeView | undefined;
  /** Whether the node last answered at all; a refusal is an answer. */
  answers: boolean;
  asking: boolean;
}

/** What the live pill says. */
export function pulseOf({ node, answers, asking }: Asked): Pulse {
  if (!answers) {
    return asking ? { kind: 'wait', text: 'connecting' } : { kind: 'bad', text: 'connection lost, trying again' };
  }
  if (!node) {
    return { kind: 'good', text: 'this node answers' };
  }
  if (node.health.status === 'ready') {
    return { kind: 'good', text: 'this node is current' };
  }
  const failed = node.health.checks.find((check) => !check.ok);
  return { kind: 'wait', text: `not ready: ${failed?.sentence ?? 'no reason given'}` };
}
