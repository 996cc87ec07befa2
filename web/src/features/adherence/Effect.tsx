import type { Impact } from '@/api/types';
import classes from './Effect.module.css';

const effects = {
  none: undefined,
  negative: { text: '−1', words: 'One fewer on queue than planned' },
  positive: { text: '+1', words: 'One more at work than planned' },
} as const;

/** What being out does to the queues, signed. */
export function Effect({ impact }: { impact: Impact }) {
  const effect = effects[impact];
  return effect && <span className={classes.effect} data-impact={impact} title={effect.words}>{effect.text}</span>;
}
