import { clockIn, visible, wordsOf, type Codes, type Planned } from '@/lib/activities';
import classes from './DayStrip.module.css';

interface DayStripProps {
  activities: readonly Planned[];
  codes: Codes;
  zone: string;
  /** What the strip is as long as, in milliseconds; several strips are compared by it. */
  window: { start: number; end: number } | undefined;
  /** A line at this moment. */
  now?: number;
  tall?: boolean;
}

/** A day drawn as a strip, true to elapsed time; the words beside it say the same. */
export function DayStrip({ activities, codes, zone, window, now, tall = false }: DayStripProps) {
  const words = wordsOf(activities, codes, zone);
  if (!window || activities.length === 0) {
    return <div className={classes.strip} data-tall={tall || undefined} role="img" aria-label={words} />;
  }
  const length = window.end - window.start;
  const percent = (at: number) => `${((at - window.start) / length) * 100}%`;
  return (
    <div className={classes.strip} data-tall={tall || undefined} role="img" aria-label={words}>
      {visible(activities).map(({ start, end, code }) => (
        <span
          key={start}
          className={classes.piece}
          title={`${clockIn(zone, start)}–${clockIn(zone, end)} ${codes.get(code)?.name ?? ''}`}
          style={{ left: percent(start), width: percent(window.start + end - start), background: codes.get(code)?.colour ?? 'var(--muster-line)' }}
        />
      ))}
      {now !== undefined && now >= window.start && now < window.end && <span className={classes.now} style={{ left: percent(now) }} />}
    </div>
  );
}
