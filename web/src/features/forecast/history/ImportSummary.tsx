import { Stack, Text } from '@mantine/core';
import type { ImportedHistory } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Facts } from '@/components/Facts';
import { Instant } from '@/components/Instant';
import { formatNumber } from '@/lib/format';

interface ImportSummaryProps {
  name: string;
  imported: ImportedHistory;
  /** Whose clocks show the times. */
  zone: string;
}

type Rejected = ImportedHistory['rejected'][number];

const columns: Column<Rejected>[] = [
  { header: 'Line', cell: ({ line }) => formatNumber(line), align: 'right' },
  { header: 'Field', cell: ({ field }) => field },
  { header: 'Value', cell: ({ value }) => value },
  { header: 'Why', cell: ({ reason }) => <Text inherit style={{ whiteSpace: 'pre-line' }}>{reason}</Text> },
];
const mostQueues = 8;

const columnsOf = (imported: ImportedHistory) =>
  Object.entries(imported.columns).map(([role, names]) => `${role.replaceAll('_', ' ')}: ${names.join(', ')}`).join(' \u00b7 ');

const queuesOf = ({ queues }: ImportedHistory) =>
  `${queues.slice(0, mostQueues).join(', ')}${queues.length > mostQueues ? ` and ${formatNumber(queues.length - mostQueues)} more` : ''}`;

/** What a file was understood as, and what became of it. */
export function ImportSummary({ name, imported, zone }: ImportSummaryProps) {
  const { written } = imported;
  const became = written === null
    ? 'Nothing is written yet.'
    : `${formatNumber(written.added)} added, ${formatNumber(written.changed)} changed, ${formatNumber(written.unchanged)} as they were.`;
  return (
    <Stack gap="sm" align="stretch">
      <Facts facts={[
        ['File', name],
        ['Columns', columnsOf(imported)],
        ['Queues', queuesOf(imported)],
        ['Intervals', `${formatNumber(imported.intervals)} of ${imported.minutes} minutes, ${formatNumber(Math.round(imported.offered))} contacts`],
        ['From', imported.first === null ? '\u2013' : <Instant at={imported.first} zone={zone} />],
        ['Through', imported.last === null ? '\u2013' : <Instant at={imported.last} zone={zone} />],
        ['Times of', zone],
        ['Not usable', `${formatNumber(imported.rejected_rows)} ${imported.rejected_rows === 1 ? 'row' : 'rows'}`],
        ['So far', became],
      ]}
      />
      {imported.remarks.map((remark) => <Text key={remark} size="xs" c="dimmed">{remark}</Text>)}
      {imported.rejected.length > 0 && <DataTable label="Rows that cannot be used" columns={columns} rows={[...imported.rejected]} rowKey={({ line }) => String(line)} />}
    </Stack>
  );
}
