import { Text } from '@mantine/core';
import type { Loaded } from '@/api/loaded';
import type { Intraday } from '@/api/types';
import { contacts } from '../contacts';
import classes from '../Forecast.module.css';
import { percent, signedPercent } from '../percent';

/** What came of a day so far, and what that says of its rest. */
export function SoFar({ loaded }: { loaded: Loaded<Intraday> }) {
  if (loaded.state === 'failed') {
    return <Text size="sm" role="alert" className={classes.positive}>The rest of the day cannot be forecast again. {loaded.problem.message}</Text>;
  }
  return loaded.state === 'full' && loaded.data.known_until !== null && <Figures day={loaded.data} until={loaded.data.known_until} />;
}

function Figures({ day, until }: { day: Intraday; until: string }) {
  const isOver = day.rest.every((volume) => volume === null);
  const off = day.forecast_so_far > 0 ? day.came_so_far / day.forecast_so_far - 1 : null;
  const time = until.startsWith('00:00') ? '24:00' : until.slice(0, 5);
  return (
    <section aria-label="The day so far" className={classes.sofar}>
      <dl className={classes.figures}>
        <div>
          <dt>{isOver ? 'Came' : `Came until ${time}`}</dt>
          <dd>{contacts(day.came_so_far)} <small>{signedPercent(off)}</small></dd>
        </div>
        <div>
          <dt>Forecast {isOver ? 'for it' : `until ${time}`}</dt>
          <dd>{contacts(day.forecast_so_far)}</dd>
        </div>
        {!isOver && (
          <div>
            <dt>Whole day, forecast again</dt>
            <dd>{contacts(day.total)} <small>instead of {contacts(day.forecast_total)}</small></dd>
          </div>
        )}
      </dl>
      {!isOver && (
        <Text size="xs" c="dimmed">
          The rest of the day is forecast anew with {signedPercent(day.factor_of_rest - 1)}: {percent(day.carried_percent / 100)} of the deviation so far is carried on, as past days of these queues taught.
        </Text>
      )}
    </section>
  );
}
