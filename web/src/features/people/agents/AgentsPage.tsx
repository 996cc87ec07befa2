import { notifications } from '@mantine/notifications';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { allFound, peopleKey, type PeopleFilter } from '@/api/people';
import { preferenceQuery } from '@/api/preferences';
import { toProblem } from '@/api/problem';
import { useMay } from '@/api/session';
import { sourcesQuery } from '@/api/synchronization';
import { allUnits } from '@/api/units';
import { useLiveQuery } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { useAddress } from '@/components/useAddress';
import { useItems } from '../items/useItems';
import { AgentsView } from './AgentsView';
import { fullName } from './AgentSign';
import { unitAsked, unitsIn } from './unitFilter';
import { useAgentRows } from './useAgentRows';

const route = getRouteApi('/framed/people/agents');
const AgentDrawer = lazy(() => import('./AgentDrawer').then((module) => ({ default: module.AgentDrawer })));
const NewAgent = lazy(() => import('./NewAgent').then((module) => ({ default: module.NewAgent })));
const BulkEdit = lazy(() => import('./BulkEdit').then((module) => ({ default: module.BulkEdit })));
const typingMilliseconds = 200;
const none: ReadonlySet<string> = new Set();

export function AgentsPage() {
  const { agent, ...asked } = route.useSearch();
  const { scope } = useItems();
  const remembered = useQuery(preferenceQuery('shell')).data?.unit;
  const rememberUnit = useRemember('shell');
  const filter = { ...asked, unit: unitAsked(scope, asked.unit, remembered) };
  const [settled] = useDebouncedValue<PeopleFilter>({ ...filter, units: unitsIn(scope, filter.unit) }, typingMilliseconds);
  const { rows, known, onSight } = useAgentRows(settled);
  useLiveQuery(useMay('people:view') ? 'people' : undefined, peopleKey);
  const maySync = useMay('synchronization:view');
  const sources = useQuery({ ...sourcesQuery, enabled: maySync }).data?.map(({ source }) => source) ?? [];
  const mayEdit = useMay('people:edit');
  const address = useAddress();
  const [selected, setSelected] = useState(none);
  const [editing, setEditing] = useState(false);
  const select = useCallback((id: string) => setSelected((now) => {
    const next = new Set(now);
    return next.delete(id) ? next : next.add(id);
  }), []);
  const open = useCallback((id: string) => address({ agent: id }, 'push'), [address]);
  const close = () => address({ agent: undefined }, 'push');
  const selectAll = async () => {
    try {
      setSelected(new Set(await allFound(settled, rows.state === 'full' ? rows.data.total : 0)));
    } catch (error) {
      notifications.show({ color: 'red', title: 'Not all are selected', message: toProblem(error).message });
    }
  };
  const nameOf = (id: string) => {
    const found = known().find((one) => one.id === id);
    return found ? fullName(found) : id;
  };
  return (
    <>
      <AgentsView
        rows={rows}
        scope={scope}
        filter={filter}
        sources={sources}
        selected={selected}
        mayEdit={mayEdit}
        onFilter={(change) => {
          if ('unit' in change) {
            rememberUnit({ unit: change.unit });
          }
          address({ ...change, units: undefined, ...('unit' in change ? { unit: change.unit ?? allUnits } : {}) });
        }}
        onSight={onSight}
        onSelect={select}
        onSelectAll={selectAll}
        onSelectNone={() => setSelected(none)}
        onEdit={() => setEditing(true)}
        onOpen={open}
      />
      {scope.state === 'full' && (
        <Suspense>
          {agent === 'new' && mayEdit && <NewAgent scope={scope.data} close={close} onMade={open} />}
          {agent !== undefined && agent !== 'new' && <AgentDrawer key={agent} id={agent} scope={scope.data} close={close} />}
          {editing && <BulkEdit agents={[...selected]} nameOf={nameOf} scope={scope.data} close={() => setEditing(false)} />}
        </Suspense>
      )}
    </>
  );
}
