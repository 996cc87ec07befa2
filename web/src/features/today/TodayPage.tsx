import { Anchor, NativeSelect } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { intradayDayQuery, intradayKey, intradayTopic } from '@/api/intraday';
import { usePermitted } from '@/api/loaded';
import { businessUnitOf, organizationQuery, type Organization } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { useMay, useWhere } from '@/api/session';
import { useLiveQuery, useLiveState } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import classes from './Today.module.css';
import { TodayView } from './TodayView';

const route = getRouteApi('/framed/today');

/** The business unit that is looked at, and its planning groups, or all of them. */
export function TodayPage() {
  const asked = route.useSearch();
  const organization = usePermitted('organization:view', organizationQuery);
  const shell = useQuery(preferenceQuery('shell'));
  const may = useWhere();
  if (!useMay('forecast:view')) {
    return (
      <>
        <PageHeader title="Today" />
        <Show loaded={{ state: 'forbidden', permission: 'forecast:view' }} what="day">{() => null}</Show>
      </>
    );
  }
  return (
    <Show loaded={shell.isLoading && organization.state === 'full' ? { state: 'loading' } : organization} what="day">
      {(all) => {
        const units = all['business-units'].filter(({ id, removed_at: removed }) => removed === null && may('forecast:view', id));
        const owner = all['planning-groups'].find(({ id }) => id === asked.group)?.business_unit_id;
        const wanted = [asked.unit, owner, businessUnitOf(all, shell.data?.unit)];
        const unit = wanted.map((id) => units.find((one) => one.id === id)).find(Boolean) ?? units[0];
        return unit ? <OfUnit key={unit.id} all={all} unit={unit} units={units} group={asked.group} /> : <NoUnit />;
      }}
    </Show>
  );
}

function NoUnit() {
  return (
    <>
      <PageHeader title="Today" />
      <Notice icon={IconBuilding} title="No business unit yet" action={<Anchor component={Link} to="/people/organization" size="sm">Open Organization</Anchor>}>
        Today shows the day of a business unit. Make one first, with planning groups of the queues that are planned.
      </Notice>
    </>
  );
}

type Unit = Organization['business-units'][number];

interface OfUnitProps {
  all: Organization;
  unit: Unit;
  units: readonly Unit[];
  group: string | undefined;
}

function OfUnit({ all, unit, units, group: asked }: OfUnitProps) {
  const groups = all['planning-groups'].filter(({ business_unit_id: owner, removed_at: removed }) => owner === unit.id && removed === null);
  const group = groups.find(({ id }) => id === asked)?.id;
  const day = usePermitted('forecast:view', intradayDayQuery(unit.id, group));
  const { state } = useLiveState();
  const address = useAddress();
  const remember = useRemember('shell');
  useLiveQuery(useMay('forecast:view') ? intradayTopic(unit.id) : undefined, intradayKey(unit.id));
  return (
    <>
      <PageHeader title="Today">
        <div className={classes.choosers}>
          <NativeSelect
            label="Business unit"
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unit.id}
            onChange={({ currentTarget: { value } }) => {
              remember({ unit: value });
              address({ unit: value, group: undefined }, 'push');
            }}
          />
          {groups.length > 0 && (
            <NativeSelect
              label="Planning group"
              data={[{ value: '', label: 'All together' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
              value={group ?? ''}
              onChange={({ currentTarget: { value } }) => address({ unit: unit.id, group: value || undefined }, 'push')}
            />
          )}
        </div>
      </PageHeader>
      <TodayView day={day} isLost={state === 'lost'} />
    </>
  );
}
