import { Text } from '@mantine/core';
import type { PublishProgress } from '@/api/types';
import { formatNumber } from '@/lib/format';
import classes from './Publishing.module.css';

/** How far a publish of many days is: first the days, then the nodes. Of few days nothing is told. */
export function Progress({ progress }: { progress: PublishProgress | undefined }) {
  if (!progress?.days) {
    return null;
  }
  const { days, days_written, version, applied } = progress;
  if (version === null || !applied) {
    return <Bar value={days_written} max={days} sentence={`${formatNumber(days_written)} of ${formatNumber(days)} days written`} />;
  }
  const nodes = applied.nodes.filter(({ state }) => state !== 'left');
  const done = nodes.filter(({ state }) => state === 'applied').length;
  return <Bar value={done} max={nodes.length} sentence={`Version ${version} is published; applied on ${done} of ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`} />;
}

function Bar({ value, max, sentence }: { value: number; max: number; sentence: string }) {
  return (
    <div>
      <progress className={classes.progress} aria-label={sentence} max={max} value={value} />
      <Text size="sm" className={classes.figures}>{sentence}</Text>
    </div>
  );
}
