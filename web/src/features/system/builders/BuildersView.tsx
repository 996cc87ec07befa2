import { Anchor, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconCpu } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Loaded } from '@/api/loaded';
import type { BuildJob, Builder, BuilderPool } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { formatDuration } from '@/lib/format';

interface BuildersViewProps {
  pool: Loaded<BuilderPool>;
  /** To name the parts by; none where the viewer may not see them. */
  units: readonly { id: string; name: string }[];
  mayEdit: boolean;
  error: Error | null;
  cancel: (job: BuildJob) => void;
}

/** Who builds schedules, and what there is to build. */
export function BuildersView({ pool, units, mayEdit, error, cancel }: BuildersViewProps) {
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? 'a unit';
  return (
    <Show loaded={pool} what="builders">
      {({ builders, jobs }) => (
        <Stack gap="md">
          <MutationProblem error={error} />
          <Panel title="Builders" note="Nodes with the role builder that are alive. Each takes the most urgent part as soon as it is free.">
            {builders.length === 0 ? (
              <Notice icon={IconCpu} title="No builder is alive">
                Builds wait until a node with the role <code>builder</code> runs; one does with <code>muster serve</code>.
              </Notice>
            ) : (
              <DataTable label="Builders" columns={builderColumns(jobs, nameOf)} rows={builders} rowKey={({ node }) => node} />
            )}
          </Panel>
          <Panel title="Jobs" note="Builds that wait or are searched, the most urgent first.">
            {jobs.length === 0 ? (
              <Notice icon={IconCalendarTime} title="Nothing to build" action={<Anchor component={Link} to="/schedule" size="sm">Open Schedule</Anchor>}>
                Builds that are asked for on the page Schedule stand here until they have ended.
              </Notice>
            ) : (
              <DataTable label="Jobs" columns={jobColumns(nameOf, mayEdit, cancel)} rows={jobs} rowKey={({ id }) => id} />
            )}
          </Panel>
        </Stack>
      )}
    </Show>
  );
}

const builderColumns = (jobs: readonly BuildJob[], nameOf: (id: string) => string): Column<Builder>[] => [
  { header: 'Builder', cell: ({ node }) => <strong>{node}</strong> },
  { header: 'State', cell: ({ slots, busy }) => (busy < slots ? <Tag kind="good">{busy === 0 ? 'free' : 'has room'}</Tag> : <Tag kind="wait">busy</Tag>) },
  { header: 'Slots in use', cell: ({ slots, busy }) => `${busy} of ${slots}`, align: 'right' },
  { header: 'Searches', cell: ({ node }) => <Searched node={node} jobs={jobs} nameOf={nameOf} />, width: '45%' },
  { header: 'Alive since', cell: ({ since }) => <Instant at={since} /> },
];

function Searched({ node, jobs, nameOf }: { node: string; jobs: readonly BuildJob[]; nameOf: (id: string) => string }) {
  const mine = jobs.flatMap((job) => job.parts.filter((part) => part.node === node && part.state === 'running').map((part) => ({ job, part })));
  return mine.length === 0 ? <Text span inherit c="dimmed">nothing</Text> : (
    <>
      {mine.map(({ job, part }) => (
        <div key={`${job.id} ${part.number}`}>
          {job.name}, {nameOf(part.management_unit_id)}, seed {part.seed}
          <Text size="xs" c="dimmed">since <Instant at={part.since} />, searched {formatDuration(part.seconds)} of {formatDuration(job.seconds)}</Text>
        </div>
      ))}
    </>
  );
}

const jobColumns = (nameOf: (id: string) => string, mayEdit: boolean, cancel: (job: BuildJob) => void): Column<BuildJob>[] => [
  {
    header: 'Build',
    cell: ({ id, name, business_unit_id }) => <Anchor component={Link} to="/schedule" search={{ unit: business_unit_id, build: id } as never} size="sm">{name}</Anchor>,
  },
  { header: 'State', cell: ({ state }) => (state === 'queued' ? <Tag kind="off">waiting</Tag> : <Tag kind="wait">searching</Tag>) },
  { header: 'Priority', cell: ({ priority }) => priority, align: 'right' },
  { header: 'Parts', cell: ({ parts }) => <Parts parts={parts} nameOf={nameOf} />, width: '30%' },
  {
    header: 'Ends by',
    cell: ({ ends_by, seconds }) => (ends_by ? <Instant at={ends_by} /> : <Text span inherit c="dimmed">{formatDuration(seconds)} of search for each part, once taken</Text>),
  },
  { header: 'Asked for', cell: ({ created_by, created_at }) => <>{created_by}, <Instant at={created_at} /></> },
  {
    header: 'Action',
    cell: (job) => (
      <NeedsPermission permission="schedule:edit" granted={mayEdit}>
        <ConfirmButton disabled={!mayEdit} question={`${job.name} is no longer searched, and nothing of it counts.`} onConfirm={() => cancel(job)}>Cancel build</ConfirmButton>
      </NeedsPermission>
    ),
  },
];

function Parts({ parts, nameOf }: { parts: BuildJob['parts']; nameOf: (id: string) => string }) {
  const lost = parts.filter(({ state }) => state === 'lost');
  const count = (state: string) => parts.filter((part) => part.state === state).length;
  const words = (['running', 'waiting', 'done', 'failed'] as const).filter((state) => count(state) > 0).map((state) => `${count(state)} ${state}`);
  return (
    <>
      {words.join(', ')}
      {lost.map((part) => (
        <div key={part.number}><Tag kind="bad">{`${part.node ?? 'its builder'} is silent`}</Tag> {nameOf(part.management_unit_id)} goes to the next free builder.</div>
      ))}
    </>
  );
}
