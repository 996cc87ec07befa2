import { Anchor, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { buildQuery, useEndBuild } from '@/api/builds';
import { usePermitted } from '@/api/loaded';
import type { Build } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { told } from '@/components/told';
import { fullDate } from '@/lib/dates';
import type { Scheduling } from '../useScheduling';
import { BuildTag } from './BuildTag';
import { BuildView } from './BuildView';

const Rebuild = lazy(() => import('./Rebuild').then((module) => ({ default: module.Rebuild })));

interface BuildsViewProps {
  data: Scheduling;
  mayEdit: boolean;
  onChoose: (build: string) => void;
}

const done = { stop: 'stops; the best is kept', cancel: 'is cancelled', remove: 'is removed' };

/** The build that is chosen, and all others. */
export function BuildsView({ data, mayEdit, onChoose }: BuildsViewProps) {
  const columns: Column<Build>[] = [
    {
      header: 'Name',
      cell: (build) => (
        <Anchor component="button" type="button" size="sm" ta="left" fw={build.id === data.build?.id ? 650 : 400} onClick={() => onChoose(build.id)}>{build.name}</Anchor>
      ),
    },
    { header: 'State', cell: ({ state }) => <BuildTag state={state} /> },
    { header: 'Weeks', cell: ({ first_day, weeks }) => `${weeks} from ${fullDate(first_day)}` },
    { header: 'What came of it', cell: ({ sentence }) => sentence },
    { header: 'Asked for', cell: ({ created_by, created_at }) => <>{created_by}, <Instant at={created_at} /></> },
  ];
  return (
    <Stack gap="md">
      {data.build && <Chosen key={data.build.id} build={data.build} data={data} mayEdit={mayEdit} onChoose={onChoose} />}
      <Panel title="All builds" note="The latest first.">
        <DataTable label="Builds" columns={columns} rows={[...data.builds]} rowKey={({ id }) => id} />
      </Panel>
    </Stack>
  );
}

function Chosen({ build, data, mayEdit, onChoose }: BuildsViewProps & { build: Build }) {
  const [site, setSite] = useState<string>();
  const details = usePermitted('schedule:view', buildQuery(build.id));
  const end = useEndBuild((what, { name }) => told(`${name} ${done[what]}`));
  return (
    <Show loaded={details} what="build">
      {(all) => (
        <>
        <BuildView
          details={all}
          sites={data.sites}
          forecast={data.forecasts.find(({ id }) => id === all.build.forecast_id)}
          mayEdit={mayEdit}
          error={end.error}
          isEnding={end.isPending}
          end={(what) => end.mutate({ what, of: all.build })}
          onRebuild={setSite}
        />
        {site && (
          <Suspense>
            <Rebuild build={all.build} site={site} onMade={({ id }) => onChoose(id)} close={() => setSite(undefined)} />
          </Suspense>
        )}
        </>
      )}
    </Show>
  );
}
