import { useId } from 'react';
import { DayStrip } from '@/components/DayStrip';
import { windowOf } from '@/lib/activities';
import { namedDate, weekFrom } from '@/lib/dates';
import { cellWords, lengthOf, paidMinutes, type MyDays } from './days';
import classes from './My.module.css';
import { Pieces } from './Pieces';

interface SpanProps {
  mine: MyDays;
  first: string;
  /** The day that is open. */
  open: string | undefined;
  onOpen: (day: string | undefined) => void;
}

/** Seven days, one under the other. */
export function Week({ mine, first, open, onOpen }: SpanProps) {
  const id = useId();
  const days = weekFrom(first);
  // Each strip begins with its own day, so that the hours of all stand under each other.
  const hours = days.map((day) => windowOf([mine.byDay.get(day) ?? []])).filter((one) => one !== undefined);
  const longest = Math.max(...hours.map(({ start, end }) => end - start), 0);
  return (
    <>
      <ul className={classes.days}>
        {days.map((day) => {
          const activities = mine.byDay.get(day) ?? [];
          const own = windowOf([activities]);
          const paid = paidMinutes(mine, [day]);
          return (
            <li key={day}>
              <button
                type="button"
                className={classes.day}
                aria-expanded={open === day}
                aria-controls={`${id}${day}`}
                aria-current={day === mine.schedule.today ? 'date' : undefined}
                onClick={() => onOpen(open === day ? undefined : day)}
              >
                <span className={classes.date}>{namedDate(day)}</span>
                <span className={classes.strip}>
                  {activities.length > 0 && <DayStrip activities={activities} codes={mine.codes} zone={mine.zone} window={own && { start: own.start, end: own.start + longest }} />}
                </span>
                <span className={classes.hours}>{cellWords(mine, day)}</span>
              </button>
              <div id={`${id}${day}`} className={classes.open} hidden={open !== day}>
                {open === day && (activities.length > 0
                  ? <><Pieces activities={activities} mine={mine} />{paid > 0 && <p>{lengthOf(paid)} paid</p>}</>
                  : cellWords(mine, day))}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
