import { Text } from '@mantine/core';
import type { Forecast } from '@/api/types';
import classes from '../Forecast.module.css';

/** How far a forecast is that is being made. */
export function Making({ forecast, groups }: { forecast: Forecast; groups: number }) {
  const of = forecast.planning_group_ids.length || groups;
  return (
    <div role="status">
      <progress className={classes.progress} aria-label={`${forecast.name} is being made`} max={of} value={forecast.state === 'queued' ? 0 : forecast.done} />
      <Text size="sm" c="dimmed">{forecast.done} of {of} planning groups. {forecast.sentence}</Text>
    </div>
  );
}
