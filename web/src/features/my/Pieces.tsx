import { clockIn, offsetIn, visible, type Planned } from '@/lib/activities';
import type { MyDays } from './days';
import classes from './My.module.css';

interface PiecesProps {
  activities: readonly Planned[];
  mine: MyDays;
  now?: number;
}

/** What a day consists of, by the clock. Where the clock is set meanwhile, it says so. */
export function Pieces({ activities, mine: { codes, zone }, now }: PiecesProps) {
  return (
    <ul className={classes.pieces}>
      {visible(activities).map(({ start, end, code }) => {
        const set = offsetIn(zone, end) - offsetIn(zone, start);
        const isNow = now !== undefined && start <= now && end > now;
        return (
          <li key={start} data-now={isNow || undefined} data-over={(now !== undefined && end <= now) || undefined} aria-current={isNow ? 'time' : undefined}>
            <span className={classes.mark} style={{ background: codes.get(code)?.colour }} aria-hidden />
            <span>{clockIn(zone, start)}–{clockIn(zone, end)}</span>
            <span>
              {codes.get(code)?.name ?? 'Something that is gone'}
              {set !== 0 && ` (the clock is set ${set > 0 ? 'forward' : 'back'} by ${Math.abs(set)} min)`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
