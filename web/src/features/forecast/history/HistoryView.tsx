import { Stack } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { HistoryQueue } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { formatNumber } from '@/lib/format';

export interface HistoryViewProps {
  queues: Loaded<readonly HistoryQueue[]>;
  mayEdit: boolean;
  error: Error | null;
  forget: (queue: string) => void;
}

const columns: Column<HistoryQueue>[] = [
  { header: 'Queue', cell: ({ queue }) => queue },
  { header: 'Contacts', cell: ({ offered }) => formatNumber(Math.round(offered)), align: 'right' },
  { header: 'Intervals', cell: ({ intervals }) => formatNumber(intervals), align: 'right' },
  { header: 'Length, min', cell: ({ minutes }) => formatNumber(minutes), align: 'right' },
  { header: 'From', cell: ({ first }) => <Instant at={first} /> },
  { header: 'Through', cell: ({ last }) => <Instant at={last} /> },
];

/** What is known of the past: the ground of every forecast. */
export function HistoryView({ queues, mayEdit, error, forget }: HistoryViewProps) {
  const forgetColumn: Column<HistoryQueue> = {
    header: 'Forget',
    cell: ({ queue }) => (
      <ConfirmButton question={`The whole history of ${queue} is removed for everybody. Forecasts that are made stay.`} onConfirm={() => forget(queue)}>Forget</ConfirmButton>
    ),
    align: 'right',
  };
  return (
    <Show loaded={queues} what="history">
      {(data) => (data.length === 0 ? (
        <Notice icon={IconDatabaseImport} title="No history yet">
          A forecast learns from the contacts that came in, queue by queue and interval by interval. Bring them in through the API:
          POST /history/rows. Some weeks are enough to begin; a year or more is better.
        </Notice>
      ) : (
        <Stack gap="md">
          <Panel title="Queues" note="What came in, as it was brought in. The same interval brought in again is the same row.">
            <MutationProblem error={error} />
            <DataTable label="Queues" columns={mayEdit ? [...columns, forgetColumn] : columns} rows={[...data]} rowKey={({ queue }) => queue} />
          </Panel>
        </Stack>
      ))}
    </Show>
  );
}
