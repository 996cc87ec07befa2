import { Anchor, Group, Stack, Text } from '@mantine/core';
import { isBeingMade, useEndForecast } from '@/api/forecasts';
import type { Forecast } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { fullDate } from '@/lib/dates';
import classes from '../Forecast.module.css';
import { Making } from './Making';
import { StateTag } from './StateTag';
import type { Chosen } from './useChosen';

interface ForecastListProps {
  chosen: Chosen;
  mayEdit: boolean;
  onChoose: (id: string) => void;
  close: () => void;
}

/** All forecasts of a business unit: how far they are, whose they are, and their end. */
export function ForecastList({ chosen, mayEdit, onChoose, close }: ForecastListProps) {
  const end = useEndForecast((what, { name }) => told(`${name} is ${what === 'cancel' ? 'cancelled' : 'removed'}`));
  return (
    <SidePanel title="All forecasts" close={close}>
      <Stack gap="sm">
        <MutationProblem error={end.error} />
        {chosen.forecasts.length === 0 && <Text size="sm">There is no forecast of {chosen.unit?.name} yet.</Text>}
        <ul className={classes.list} aria-label="Forecasts">
          {chosen.forecasts.map((one) => (
            <li key={one.id}>
              <Group justify="space-between" gap="xs">
                <Anchor component="button" type="button" fw={600} ta="left" onClick={() => onChoose(one.id)}>{one.name}</Anchor>
                <StateTag state={one.state} />
              </Group>
              <Text size="sm">{spanOf(one)}</Text>
              {isBeingMade(one) ? <Making forecast={one} groups={chosen.groups.length} /> : <Text size="sm" c="dimmed">{one.sentence}</Text>}
              <Group justify="space-between" gap="xs" mt={4}>
                <Text size="sm" c="dimmed">By {one.created_by}, <Instant at={one.created_at} /></Text>
                {mayEdit && (isBeingMade(one) ? (
                  <ConfirmButton question={`${one.name} is no longer made. What is made by now is kept.`} onConfirm={() => end.mutate({ what: 'cancel', of: one })}>
                    Cancel forecast
                  </ConfirmButton>
                ) : (
                  <ConfirmButton question={`${one.name} and all layers on it are removed for everybody.`} onConfirm={() => end.mutate({ what: 'remove', of: one })}>
                    Remove
                  </ConfirmButton>
                ))}
              </Group>
            </li>
          ))}
        </ul>
      </Stack>
    </SidePanel>
  );
}

const spanOf = ({ first_day, weeks }: Forecast): string =>
  `${weeks} week${weeks === 1 ? '' : 's'} ${first_day ? `from ${fullDate(first_day)}` : 'from the end of the history'}`;
