import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { rulesKey, rulesQuery, rulesTopic } from '@/api/adherenceRules';
import { eventSourcesQuery } from '@/api/eventSources';
import { usePermitted, type Loaded } from '@/api/loaded';
import { businessUnitOf, organizationQuery } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { useMay, useMayIn, useWhere } from '@/api/session';
import type { Items } from '@/api/types';
import { useLiveQuery } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { useAddress } from '@/components/useAddress';
import { draftOf } from './draft';
import { LeaveGuard } from './LeaveGuard';
import { NoUnit } from './NoUnit';
import { dayOf, entryBefore } from './RulesEditor';
import { RulesView, type Ground } from './RulesView';
import { Tester } from './Tester';
import { useRuleEdits } from './useRuleEdits';

const NewEntry = lazy(() => import('./NewEntry').then((module) => ({ default: module.NewEntry })));
const HistoryDrawer = lazy(() => import('./HistoryDrawer').then((module) => ({ default: module.HistoryDrawer })));
const route = getRouteApi('/framed/adherence/rules');

type Unit = Items['business-units'];

/** The adherence rules of the business unit that is looked at. */
export function RulesPage() {
  const { unit: asked } = route.useSearch();
  const organization = usePermitted('organization:view', organizationQuery);
  const shell = useQuery(preferenceQuery('shell'));
  const may = useWhere();
  if (organization.state !== 'full' || shell.isLoading) {
    return <RulesView ground={organization.state === 'full' ? { state: 'loading' } : organization} />;
  }
  const all = organization.data;
  const units = all['business-units'].filter((unit) => unit.removed_at === null && may('adherence:view', unit.id));
  const chosen = [asked, businessUnitOf(all, shell.data?.unit)].map((id) => units.find((unit) => unit.id === id)).find(Boolean) ?? units[0];
  return chosen
    ? <OfUnit key={chosen.id} unit={chosen} units={units} codes={all['activity-codes'].filter((code) => code.business_unit_id === chosen.id)} />
    : <NoUnit />;
}

interface OfUnitProps {
  unit: Unit;
  units: readonly Unit[];
  codes: readonly Items['activity-codes'][];
}

function OfUnit({ unit, units, codes }: OfUnitProps) {
  const search = route.useSearch();
  const list = usePermitted('adherence:view', rulesQuery(unit.id));
  const mayEdit = useMayIn('adherence:rules', unit.id);
  const sources = useQuery({ ...eventSourcesQuery, enabled: useMay('events:view') }).data ?? [];
  const address = useAddress();
  const rememberUnit = useRemember('shell');
  const today = new Date().toLocaleDateString('en-CA', { timeZone: unit.zone });
  const holding = list.state === 'full' ? (entryBefore(list.data, today) ?? list.data.entries[0]) : undefined;
  const edits = useRuleEdits(unit.id, { asked: search.from, holds: holding ? dayOf(holding) : 'always' }, () => address({ from: undefined }, 'push'));
  useLiveQuery(rulesTopic, rulesKey);
  const close = () => address({ open: undefined }, 'push');
  const ground: Loaded<Ground> = list.state === 'full' ? { ...list, data: { list: list.data, codes } } : list;
  return (
    <>
      <RulesView
        ground={ground}
        units={units}
        unit={unit.id}
        from={edits.day}
        sources={sources.filter((source) => source.tenant_id === unit.tenant_id).map(({ name }) => name)}
        mayEdit={mayEdit}
        edits={edits}
        onUnit={(id) => {
          rememberUnit({ unit: id });
          address({ unit: id, from: undefined, open: undefined }, 'push');
        }}
        onFrom={(day) => address({ from: day }, 'push')}
        onOpen={(what) => address({ open: what }, 'push')}
        tester={(draft) => <Tester unit={unit.id} draft={draft} codes={codes.filter((code) => code.removed_at === null)} />}
      />
      {list.state === 'full' && (
        <Suspense>
          {search.open === 'new' && mayEdit && (
            <NewEntry list={list.data} day={today} close={close} onDay={(day) => address({ from: day, open: undefined }, 'push')} />
          )}
          {search.open === 'history' && (
            <HistoryDrawer
              unit={unit.id}
              close={close}
              isDirty={edits.draft !== undefined}
              onLook={({ change, rules }) => {
                const day = change.from ?? 'always';
                const version = list.data.entries.find((entry) => dayOf(entry) === day)?.version ?? 0;
                edits.open(day, draftOf(rules ?? undefined), version);
                address({ from: day, open: undefined }, 'push');
              }}
            />
          )}
        </Suspense>
      )}
      <LeaveGuard isDirty={edits.draft !== undefined} onLeave={edits.discard} />
    </>
  );
}
