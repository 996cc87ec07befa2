import type { WallFigures } from '@/api/types';
import { formatNumber } from '@/lib/format';
import { Ring, type Arc } from './Ring';
import classes from './Rings.module.css';

const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);
const heads = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'agent' : 'agents'}`;
const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : '0');

interface RingsProps {
  figures: WallFigures;
  agents: number;
  /** Scheduled, and nobody knows what they do: they are in no figure of what is done. */
  unknown: number;
}

/** How the unit stands right now, in heads. */
export function Rings({ figures, agents, unknown }: RingsProps) {
  return (
    <div className={classes.rings}>
      <Adherence figures={figures} />
      <Impact figures={figures} unknown={unknown} />
      <Ring
        name="Scheduled"
        value={formatNumber(figures.scheduled_on_queue)}
        note={`on queue, of ${heads(agents)}`}
        arcs={[{ from: 0, to: share(figures.scheduled_on_queue, agents), kind: 'plain' }]}
      />
      <Actual figures={figures} unknown={unknown} />
    </div>
  );
}

function Adherence({ figures }: { figures: WallFigures }) {
  const { adherence_percent: percent, out, unscheduled } = figures;
  // Whoever works unscheduled is in no percentage, but stands among those who are out.
  const nobody = unscheduled > 0 ? `nobody out, ${formatNumber(unscheduled)} unscheduled` : 'nobody is out';
  const value = percent === null ? '–' : `${formatNumber(percent)} %`;
  const note = percent === null ? 'nobody is judged right now' : out === 0 ? nobody : `${heads(out)} out`;
  return <Ring name="Adherence" value={value} note={note} arcs={[{ from: 0, to: (percent ?? 0) / 100, kind: 'good' }]} />;
}

function Impact({ figures, unknown }: { figures: WallFigures; unknown: number }) {
  const { negative_impact: negative, positive_impact: positive, scheduled_on_queue: scheduled } = figures;
  const whole = Math.max(scheduled, negative + positive);
  const arcs: Arc[] = [
    { from: 0, to: share(negative, whole), kind: 'bad' },
    { from: share(negative, whole), to: share(negative + positive, whole), kind: 'wait' },
  ];
  const none = unknown === 0 ? 'nobody missing, nobody extra' : 'nobody known to be missing or extra';
  const note = negative + positive === 0 ? none : `${formatNumber(negative)} fewer, ${formatNumber(positive)} more at work`;
  return <Ring name="Impact" value={signed(positive - negative)} note={note} arcs={arcs} />;
}

function Actual({ figures: { actual_on_queue: actual, scheduled_on_queue: scheduled }, unknown }: { figures: WallFigures; unknown: number }) {
  const missing = scheduled - actual;
  const known = missing === 0 ? 'on queue, as scheduled' : missing > 0 ? `on queue, ${missing} fewer than scheduled` : `on queue, ${-missing} more than scheduled`;
  const note = unknown === 0 || missing <= 0 ? known : `on queue, of ${scheduled} scheduled; ${heads(unknown)} unknown`;
  return <Ring name="Actual" value={formatNumber(actual)} note={note} arcs={[{ from: 0, to: share(actual, Math.max(scheduled, actual)), kind: missing > 0 ? 'wait' : 'good' }]} />;
}
