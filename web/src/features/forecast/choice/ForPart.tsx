import { Anchor, Button, Text } from '@mantine/core';
import { IconBuilding, IconChartAreaLine, IconClockPlay, IconDatabaseImport, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { isBeingMade } from '@/api/forecasts';
import type { Loaded } from '@/api/loaded';
import type { Forecast, Items } from '@/api/types';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import { Making } from './Making';
import { NoPart } from './NoPart';
import { isIn, useChosen, type Chosen } from './useChosen';

/** A planning group's part of a forecast that is made. */
export interface Place {
  forecast: Forecast;
  group: Items['planning-groups'];
  unit: Items['business-units'];
  chosen: Chosen;
}

export interface PartProps {
  place: Place;
  mayEdit: boolean;
}

interface ForPartProps {
  chosen: Loaded<Chosen>;
  mayEdit: boolean;
  onNew: () => void;
  children: (place: Place) => ReactNode;
}

/** A page about the part that is chosen; another one is another page. */
export function PartPage({ part: Part }: { part: ComponentType<PartProps> }) {
  const { chosen, mayEdit } = useChosen();
  const address = useAddress();
  return (
    <ForPart chosen={chosen} mayEdit={mayEdit} onNew={() => address({ open: 'new' }, 'push')}>
      {(place) => <Part key={place.forecast.id + place.group.id} place={place} mayEdit={mayEdit} />}
    </ForPart>
  );
}

/** Draws a page of a forecast, or says which step comes before it. */
export function ForPart({ chosen, ...rest }: ForPartProps) {
  return <Show loaded={chosen} what="forecasts">{(data) => <Steps chosen={data} {...rest} />}</Show>;
}

const toOrganization = (words: string) => <Anchor component={Link} to="/people/organization" size="sm">{words}</Anchor>;

function Steps({ chosen, mayEdit, onNew, children }: Omit<ForPartProps, 'chosen'> & { chosen: Chosen }) {
  const { unit, group, forecast, queues } = chosen;
  if (!unit) {
    return (
      <Notice icon={IconBuilding} title="No business unit yet" action={toOrganization('Open Organization')}>
        A forecast is made for a business unit: it gives the time zone and the interval. Make one first.
      </Notice>
    );
  }
  if (!group) {
    return (
      <Notice icon={IconUsersGroup} title="No planning group yet" action={toOrganization('Open Organization')}>
        A planning group says which queues are forecast together. Make one in {unit.name} first.
      </Notice>
    );
  }
  if (!forecast) {
    return queues.length === 0 ? (
      <Notice
        icon={IconDatabaseImport}
        title="No history yet"
        action={<Anchor component={Link} to="/forecast/history" search={true as never} size="sm">Open History</Anchor>}
      >
        A forecast learns from the contacts that came in. Bring in some weeks of them; a year or more is better.
      </Notice>
    ) : (
      <Notice
        icon={IconChartAreaLine}
        title="No forecast yet"
        action={
          <NeedsPermission permission="forecast:edit" granted={mayEdit}>
            <Button size="xs" disabled={!mayEdit} onClick={onNew}>Make a forecast</Button>
          </NeedsPermission>
        }
      >
        The history of {unit.name} is there. Ask for a forecast of it; this takes some seconds for each planning group.
      </Notice>
    );
  }
  if (isBeingMade(forecast)) {
    return (
      <Notice icon={IconClockPlay} title={`${forecast.name} is being made`}>
        <Text size="sm" mb="xs">It shows here by itself when it is there.</Text>
        <Making forecast={forecast} groups={chosen.groups.length} />
      </Notice>
    );
  }
  const place = { forecast, group, unit, chosen };
  return isIn(group, forecast) ? children(place) : <NoPart place={place} trouble={`${group.name} is not among its planning groups.`} />;
}
