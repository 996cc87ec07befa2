import { Text } from '@mantine/core';
import { DayStrip } from '@/components/DayStrip';
import { Panel } from '@/components/Panel';
import { windowOf } from '@/lib/activities';
import { namedDate } from '@/lib/dates';
import { momentOf, presentDay, type MyDays } from './days';
import classes from './My.module.css';
import { Pieces } from './Pieces';

/** What goes on now, what comes next, and the whole of the day. */
export function Today({ mine, now }: { mine: MyDays; now: number }) {
  const day = presentDay(mine, now);
  const activities = mine.byDay.get(day) ?? [];
  const moment = momentOf(mine, now);
  return (
    <Panel title={day === mine.schedule.today ? `Today, ${namedDate(day)}` : `The night of ${namedDate(day)}`}>
      <div className={classes.today}>
        <div role="status">
          <div className={classes.moment}>{moment.sentence}</div>
          {moment.next && <Text>{moment.next}</Text>}
        </div>
        {activities.length > 0 && (
          <>
            <DayStrip activities={activities} codes={mine.codes} zone={mine.zone} window={windowOf([activities])} now={now} tall />
            <Pieces activities={activities} mine={mine} now={now} />
          </>
        )}
      </div>
    </Panel>
  );
}
