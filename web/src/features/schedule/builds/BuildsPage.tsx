import { Anchor, Button, NativeSelect } from '@mantine/core';
import { IconBuilding, IconCalendarTime, IconChartAreaLine, IconLock, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMayIn } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { useAddress } from '@/components/useAddress';
import { BuildsView } from './BuildsView';
import classes from '../Schedule.module.css';
import { useAsked, useScheduling, type Scheduling } from '../useScheduling';

const NewBuild = lazy(() => import('./NewBuild').then((module) => ({ default: module.NewBuild })));

export function BuildsPage() {
  const loaded = useScheduling();
  const data = loaded.state === 'full' ? loaded.data : undefined;
  const remember = useRemember('schedule');
  const rememberUnit = useRemember('shell');
  const address = useAddress();
  const mayEdit = useMayIn('schedule:edit', data?.unit?.id);
  const { open } = useAsked();
  const choose = (changes: { unit?: string; build?: string }) => {
    const now = { unit: data?.unit?.id, build: undefined, ...changes };
    remember(now);
    if (changes.unit) {
      rememberUnit({ unit: changes.unit });
    }
    address({ ...now, site: undefined, open: undefined }, 'push');
  };
  return (
    <>
      {data?.unit && (
        <div className={classes.above}>
          <NativeSelect
            label="Business unit"
            data={data.units.map(({ id, name }) => ({ value: id, label: name }))}
            value={data.unit.id}
            onChange={({ currentTarget: { value } }) => choose({ unit: value })}
          />
          <NewButton data={data} mayEdit={mayEdit} onNew={() => address({ open: 'new' }, 'push')} />
        </div>
      )}
      <Show loaded={loaded} what="builds of schedules">
        {(all) => <Steps data={all} mayEdit={mayEdit} onNew={() => address({ open: 'new' }, 'push')} onChoose={(build) => choose({ build })} />}
      </Show>
      {data?.unit && open === 'new' && mayEdit && (
        <Suspense>
          <NewBuild data={data} unit={data.unit} onMade={({ id }) => choose({ build: id })} close={() => address({ open: undefined }, 'push')} />
        </Suspense>
      )}
    </>
  );
}

const canBuild = ({ sites, forecasts }: Scheduling) => sites.length > 0 && forecasts.length > 0;

function NewButton({ data, mayEdit, onNew }: { data: Scheduling; mayEdit: boolean; onNew: () => void }) {
  return canBuild(data) && (
    <NeedsPermission permission="schedule:edit" granted={mayEdit}>
      <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={onNew}>Build schedules</Button>
    </NeedsPermission>
  );
}

interface StepsProps {
  data: Scheduling;
  mayEdit: boolean;
  onNew: () => void;
  onChoose: (build: string) => void;
}

/** What comes before a build, step by step; then the builds. */
function Steps({ data, mayEdit, onNew, onChoose }: StepsProps) {
  const { unit, sites, forecasts, builds, partly } = data;
  if (!unit && partly.length > 0) {
    return (
      <Notice icon={IconLock} title="Builds are of whole business units" action={<Anchor component={Link} to="/schedule/edit" size="sm">Open the schedule</Anchor>}>
        You may see the schedule of {partly.map(({ name }) => name).join(', ')}. To see what schedules are built from takes <code>schedule:view</code> in the business unit.
      </Notice>
    );
  }
  if (!unit || sites.length === 0) {
    return (
      <Notice icon={IconBuilding} title="Nobody to schedule yet" action={<Anchor component={Link} to="/people/organization" size="sm">Open Organization</Anchor>}>
        Schedules are built for the people of management units, by their work plans. Make {unit ? `a management unit in ${unit.name}` : 'a business unit'} first.
      </Notice>
    );
  }
  if (builds.length === 0) {
    return forecasts.length === 0 ? (
      <Notice icon={IconChartAreaLine} title="No forecast yet" action={<Anchor component={Link} to="/forecast" size="sm">Open Forecast</Anchor>}>
        Schedules meet what a forecast takes in people. Make a forecast of {unit.name} first.
      </Notice>
    ) : (
      <Notice icon={IconCalendarTime} title="No schedule yet" action={<NewButton data={data} mayEdit={mayEdit} onNew={onNew} />}>
        There are a forecast and people to plan with. A build searches as long as you say, and keeps the best.
      </Notice>
    );
  }
  return <BuildsView data={data} mayEdit={mayEdit} onChoose={onChoose} />;
}
