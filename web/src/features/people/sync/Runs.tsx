import { Button, Group, Stack, Text } from '@mantine/core';
import { usePermitted } from '@/api/loaded';
import { askRun, runQuery } from '@/api/synchronization';
import type { Source, SyncRun } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { told } from '@/components/told';
import { formatInstant, formatNumber } from '@/lib/format';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Findings } from './Findings';
import { runTag } from './sentences';

interface RunsProps {
  source: Source;
  runs: readonly SyncRun[];
  mayEdit: boolean;
  onAsked: () => void;
}

const asks = [
  { kind: 'plan', name: 'Plan', told: 'A plan is made: it changes nothing' },
  { kind: 'full', name: 'Run now', told: 'A full run begins' },
] as const;

const columns: Column<SyncRun>[] = [
  { header: 'Began', cell: (run) => <Instant at={run.started_at} /> },
  { header: 'Kind', cell: (run) => run.kind },
  {
    header: 'State',
    cell: (run) => (
      <>
        <Tag kind={runTag[run.state]}>{run.state}</Tag>
        {run.sentence && <Text size="xs" c="dimmed" mt={2}>{run.sentence}</Text>}
      </>
    ),
  },
  { header: 'Changed', align: 'right', cell: (run) => formatNumber(run.changed) },
  { header: 'Ended', align: 'right', cell: (run) => formatNumber(run.ended) },
  { header: 'Rejected', align: 'right', cell: (run) => formatNumber(run.rejected) },
];

/** The runs of a source, and the way to another. A plan reads everything, says what differs, and changes nothing. */
export function Runs({ source, runs, mayEdit, onAsked }: RunsProps) {
  const ask = useIntent(askRun, () => {
    told(asks.find(({ kind }) => kind === ask.variables?.kind)?.told ?? 'Asked');
    onAsked();
  });
  const busy = runs[0]?.state === 'running' || source.run_asked;
  const buttons = (
    <NeedsPermission permission="synchronization:edit" granted={mayEdit}>
      <Group gap="xs">
        {asks.map(({ kind, name }) => (
          <Button
            key={kind}
            size="xs"
            variant={kind === 'plan' ? 'default' : 'filled'}
            disabled={!mayEdit || busy}
            loading={ask.isPending && ask.variables.kind === kind}
            onClick={() => ask.mutate({ source: source.id, kind })}
          >
            {name}
          </Button>
        ))}
      </Group>
    </NeedsPermission>
  );
  return (
    <Panel title="Runs" note={busy ? 'A run is under way.' : 'Each reads everything that the source holds.'} action={buttons}>
      <Stack gap="sm">
        <MutationProblem error={ask.error} />
        {runs.length === 0 ? <Notice icon={IconPlayerPlay} title="No runs yet">The first begins by itself as soon as the source can be reached.</Notice> : (
          <DataTable
            label="Runs"
            columns={columns}
            rows={[...runs]}
            rowKey={(run) => run.id}
            rowName={(run) => `the run of ${formatInstant(run.started_at)}`}
            detail={(run) => <RunDetail run={run} />}
          />
        )}
      </Stack>
    </Panel>
  );
}

function RunDetail({ run }: { run: SyncRun }) {
  return <Findings detail={usePermitted('synchronization:view', runQuery(run.id, run.state))} label="What differs" />;
}
