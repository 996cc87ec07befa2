import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate } from '@tanstack/react-router';
import { adherenceHistoryQuery, type HistoryBy } from '@/api/adherenceHistory';
import { usePermitted } from '@/api/loaded';
import { preferenceQuery } from '@/api/preferences';
import { useWhere } from '@/api/session';
import { unitName, unitsQuery, type Unit } from '@/api/units';
import { useRemember } from '@/api/useRemember';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import { dateIn } from '@/lib/format';
import { NoUnit } from '../wall/NoUnit';
import { HistoryView } from './HistoryView';
import { chosenDays, type Days } from './ranges';
import { readSort, writeSort } from './rows';

const route = getRouteApi('/framed/adherence/history');
const kinds: readonly HistoryBy[] = ['agent', 'team', 'unit', 'day', 'agent_day'];

/** What is stored of the days that are looked at; an agent's day opens over it. */
export function HistoryPage() {
  const asked = route.useSearch();
  const units = usePermitted('organization:view', unitsQuery);
  const shell = useQuery(preferenceQuery('shell'));
  const mine = useQuery(preferenceQuery('adherence'));
  const may = useWhere();
  const isReady = units.state === 'full' && !shell.isLoading && !mine.isLoading;
  return (
    <>
      <Show loaded={isReady || units.state !== 'full' ? units : { state: 'loading' }} what="history">
        {(all) => {
          const known = all.filter(({ id }) => may('adherence:view', id));
          const unit = [asked.unit, shell.data?.unit].map((id) => known.find((one) => one.id === id)).find(Boolean) ?? known[0];
          return unit ? <OfUnit unit={unit} units={known} remembered={mine.data ?? {}} /> : <NoUnit />;
        }}
      </Show>
      <Outlet />
    </>
  );
}

interface OfUnitProps {
  unit: Unit;
  units: readonly Unit[];
  remembered: { by?: string; range?: string };
}

function OfUnit({ unit, units, remembered }: OfUnitProps) {
  const asked = route.useSearch();
  const navigate = useNavigate();
  const address = useAddress();
  const remember = useRemember('adherence');
  const rememberUnit = useRemember('shell');
  const days = chosenDays(asked, remembered.range, dateIn(unit.zone, new Date().toISOString()));
  const by = asked.agent ? 'agent_day' : kinds.find((one) => one === (asked.by ?? remembered.by)) ?? 'agent';
  const whose = { unit: unit.id, from: days.from, to: days.to, agent: asked.agent };
  const rows = usePermitted('adherence:view', adherenceHistoryQuery({ ...whose, by }));
  const byDay = usePermitted('adherence:view', adherenceHistoryQuery({ ...whose, by: 'day' }));
  const show = (next: Days) => address({ ...next, range: undefined }, 'push');
  return (
    <HistoryView
      rows={rows}
      days={byDay}
      ask={{ ...whose, by }}
      range={days.range}
      units={units.map((one) => ({ id: one.id, name: unitName(one) }))}
      sort={readSort(asked.sort)}
      onUnit={(id) => {
        rememberUnit({ unit: id });
        address({ unit: id, agent: undefined }, 'push');
      }}
      onRange={(range) => {
        remember({ range });
        address({ range, from: undefined, to: undefined }, 'push');
      }}
      onDays={show}
      onBy={(next) => {
        remember({ by: next });
        address({ by: next, agent: undefined, sort: undefined });
      }}
      onSort={(sort) => address({ sort: sort && writeSort(sort) })}
      onAgent={(agent) => address({ agent, sort: undefined }, 'push')}
      onDay={(day) => address({ from: day, to: day, range: undefined, by: 'agent', sort: undefined }, 'push')}
      onAgentDay={(agent, date) => void navigate({ to: '/adherence/history/agents/$agent/$date', params: { agent, date }, search: true })}
    />
  );
}
