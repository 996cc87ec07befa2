import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { dataOf, usePermitted } from '@/api/loaded';
import { preferenceQuery } from '@/api/preferences';
import { useMay, useWhere } from '@/api/session';
import { unitName, unitsQuery, type Unit } from '@/api/units';
import { useLiveState } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import { dateIn, viewerZone } from '@/lib/format';
import { shownZone } from '../ZoneNote';
import { NoUnit } from './NoUnit';
import type { Shown } from './rows';
import { useWall } from './useWall';
import { WallView } from './WallView';

const route = getRouteApi('/framed/adherence/wall');
const typingMilliseconds = 150;
const shownOf = (text: string | undefined): Shown => (text === 'out' || text === 'unknown' ? text : undefined);

/** The wall of the management unit that is looked at; an agent's day opens over it. */
export function WallPage() {
  const asked = route.useSearch();
  const units = usePermitted('organization:view', unitsQuery);
  const shell = useQuery(preferenceQuery('shell'));
  const mine = useQuery(preferenceQuery('adherence'));
  const may = useWhere();
  const isReady = units.state === 'full' && !shell.isLoading && !mine.isLoading;
  return (
    <>
      <Show loaded={isReady || units.state !== 'full' ? units : { state: 'loading' }} what="adherence">
        {(all) => {
          const parts = all.filter(({ id, parent }) => parent && may('adherence:view', id));
          const unit = [asked.unit, shell.data?.unit].map((id) => partOf(parts, id)).find(Boolean) ?? parts[0];
          return unit
            ? <OfUnit key={unit.id} unit={unit} units={parts} shown={shownOf(asked.show ?? mine.data?.show)} />
            : <NoUnit />;
        }}
      </Show>
      <Outlet />
    </>
  );
}

/** The management unit of that id, or the first one of the business unit. */
const partOf = (parts: readonly Unit[], id: string | undefined): Unit | undefined =>
  parts.find((unit) => unit.id === id) ?? parts.find(({ parent }) => parent?.id === id);

interface OfUnitProps {
  unit: Unit;
  units: readonly Unit[];
  shown: Shown;
}

function OfUnit({ unit, units, shown }: OfUnitProps) {
  const { find = '', clock: whose } = route.useSearch();
  const { wall, clock, stopped, stop } = useWall(unit.id);
  const { state } = useLiveState();
  const address = useAddress();
  const navigate = useNavigate();
  const maySeeSources = useMay('events:view');
  const remember = useRemember('adherence');
  const rememberUnit = useRemember('shell');
  const [found] = useDebouncedValue(find, typingMilliseconds);
  const data = dataOf(wall);
  const theirs = data?.time_zone ?? viewerZone();
  const open = useOpen(data && dateIn(theirs, data.as_of));
  return (
    <WallView
      wall={wall}
      clock={clock}
      stopped={stopped}
      isLost={state === 'lost'}
      times={shownZone(viewerZone(), theirs, whose, (next) => address({ clock: next }))}
      units={units.map((one) => ({ id: one.id, name: unitName(one) }))}
      shown={shown}
      search={find}
      found={found}
      onUnit={(id) => {
        rememberUnit({ unit: id });
        address({ unit: id }, 'push');
      }}
      onShown={(next) => {
        remember({ show: next });
        address({ show: next });
      }}
      onSearch={(text) => address({ find: text })}
      onStop={stop}
      onOpen={open}
      onSource={maySeeSources ? (source) => void navigate({ to: '/adherence/sources', search: { source } }) : undefined}
    />
  );
}

/** Opens the day of an agent: today, by the unit's calendar. The same function as long as it is that day, so that no row is drawn anew. */
function useOpen(day: string | undefined): (agent: string) => void {
  const navigate = useNavigate();
  return useCallback((agent) => {
    if (day) {
      void navigate({ to: '/adherence/agents/$agent/$date', params: { agent, date: day }, search: true });
    }
  }, [navigate, day]);
}
