import { Stack } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { HistoryQueue, Items } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { formatNumber } from '@/lib/format';
import { ImportPanel } from './ImportPanel';

export interface HistoryViewProps {
  /** Of which business unit; none: there is none to bring history to. */
  unit: Pick<Items['business-units'], 'id' | 'zone'> | undefined;
  queues: Loaded<readonly HistoryQueue[]>;
  mayEdit: boolean;
  error: Error | null;
  forget: (queue: string) => void;
}

const columns = (zone: string | undefined): Column<HistoryQueue>[] => [
  { header: 'Queue', cell: ({ queue }) => queue },
  { header: 'Contacts', cell: ({ offered }) => formatNumber(Math.round(offered)), align: 'right' },
  { header: 'Intervals', cell: ({ intervals }) => formatNumber(intervals), align: 'right' },
  { header: 'Length, min', cell: ({ minutes }) => formatNumber(minutes), align: 'right' },
  { header: 'From', cell: ({ first }) => <Instant at={first} zone={zone} /> },
  { header: 'Through', cell: ({ last }) => <Instant at={last} zone={zone} /> },
];

/** What is known of the past: the ground of every forecast. */
export function HistoryView({ unit, queues, mayEdit, error, forget }: HistoryViewProps) {
  const forgetColumn: Column<HistoryQueue> = {
    header: 'To do',
    cell: ({ queue }) => (
      <ConfirmButton question={`The whole history of ${queue} is removed for everybody. Forecasts that are made stay.`} onConfirm={() => forget(queue)}>Forget</ConfirmButton>
    ),
    align: 'right',
  };
  const shown = columns(unit?.zone);
  return (
    <Show loaded={queues} what="history">
      {(data) => (
        <Stack gap="md" align="stretch">
          {mayEdit && unit !== undefined && <ImportPanel key={unit.id} unit={unit} />}
          {data.length === 0 ? (
            <Notice icon={IconDatabaseImport} title="No history yet">
              A forecast learns from the contacts that came in, queue by queue and interval by interval. Bring them in as a file, or
              through the API: POST /history/rows. Some weeks are enough to begin; a year or more is better.
            </Notice>
          ) : (
            <Panel title="Queues" note="What came in, as it was brought in. The same interval brought in again is the same row. Times are those of the business unit.">
              <MutationProblem error={error} />
              <DataTable label="Queues" columns={mayEdit ? [...shown, forgetColumn] : shown} rows={[...data]} rowKey={({ queue }) => queue} />
            </Panel>
          )}
        </Stack>
      )}
    </Show>
  );
}
