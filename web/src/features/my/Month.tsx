import { Text, VisuallyHidden } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { DayStrip } from '@/components/DayStrip';
import { windowOf } from '@/lib/activities';
import { namedDate, weekdayLabel, weekdayOf } from '@/lib/dates';
import { cellWords, monthDays, type MyDays } from './days';
import classes from './My.module.css';
import { Pieces } from './Pieces';

interface MonthProps {
  mine: MyDays;
  /** Some day of the month. */
  month: string;
  open: string | undefined;
  onOpen: (day: string) => void;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of weeks; arrow keys go from day to day. */
export function Month({ mine, month, open, onOpen }: MonthProps) {
  const days = monthDays(month, mine.schedule.week_start);
  const focusable = open && days.includes(open) ? open : days.find((day) => day === mine.schedule.today) ?? days[0];
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key];
    const cells = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
    const next = step === undefined ? undefined : cells[cells.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  const activities = open === undefined ? undefined : mine.byDay.get(open);
  return (
    <>
      <div className={classes.month} role="group" aria-label="Days of the month; arrow keys go from day to day" onKeyDown={onKey}>
        {days.slice(0, 7).map((day) => <span key={day} className={classes.head} aria-hidden>{weekdayLabel(weekdayOf(day))}</span>)}
        {days.map((day) => {
          const own = mine.byDay.get(day);
          return (
            <button
              key={day}
              type="button"
              className={classes.cell}
              data-outside={day.slice(0, 7) !== month.slice(0, 7) || undefined}
              aria-pressed={day === open}
              aria-current={day === mine.schedule.today ? 'date' : undefined}
              tabIndex={day === focusable ? 0 : -1}
              onClick={() => onOpen(day)}
            >
              <VisuallyHidden>{`${namedDate(day)}: ${cellWords(mine, day)}`}</VisuallyHidden>
              <span className={classes.drawn} aria-hidden>
                <span className={classes.number}>{Number(day.slice(8))}</span>
                {own && own.length > 0 && <DayStrip activities={own} codes={mine.codes} zone={mine.zone} window={windowOf([own])} />}
                {own && <span className={classes.small}>{cellWords(mine, day)}</span>}
              </span>
            </button>
          );
        })}
      </div>
      {open !== undefined && (
        <section aria-label={namedDate(open)} className={classes.open}>
          <Text fw={600} mt="sm">{namedDate(open)}</Text>
          {activities && activities.length > 0 ? <Pieces activities={activities} mine={mine} /> : <Text>{cellWords(mine, open)}</Text>}
        </section>
      )}
    </>
  );
}
