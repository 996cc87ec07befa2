import { List, Stack, Text } from '@mantine/core';
import type { ForecastPart, Horizon } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Panel } from '@/components/Panel';
import { capital } from '@/lib/format';
import { percent, signedPercent } from '../percent';

const columns: Column<Horizon>[] = [
  { header: 'Horizon', cell: ({ horizon }) => capital(horizon), width: '110px' },
  { header: 'Method', cell: ({ method, reason }) => <><Text size="sm" fw={600}>{capital(method)}</Text><Text size="sm" c="dimmed">{reason}</Text></> },
  { header: 'Error (WAPE)', cell: ({ wape }) => percent(wape), align: 'right' },
  { header: 'Naive error', cell: ({ naive_wape }) => percent(naive_wape), align: 'right' },
  { header: 'Poisson floor', cell: ({ poisson_floor }) => percent(poisson_floor), align: 'right' },
  { header: 'Bias', cell: ({ bias }) => signedPercent(bias), align: 'right' },
  { header: 'Intervals in 80 % range', cell: ({ coverage80 }) => percent(coverage80), align: 'right' },
  { header: 'Days in 80 % range', cell: ({ day_coverage80 }) => percent(day_coverage80), align: 'right' },
];

/** Which method won for each horizon, why, how good it was on the queue's own past, and what was noticed in the data. */
export function HowMade({ part }: { part: ForecastPart }) {
  return (
    <Panel title="How it was made" note="Every method was tried on the past of these queues. Naive is last week again; the Poisson floor is the error that chance alone makes, and no forecast gets below it.">
      <Stack gap="md">
        <DataTable
          label="Methods by horizon"
          columns={columns}
          rows={part.horizons}
          rowKey={({ horizon }) => horizon}
          rowName={({ horizon }) => horizon}
          detail={({ tried }) => (
            <List size="sm">
              {tried.map(({ method, wape }) => <List.Item key={method}>{capital(method)}: {wape === null ? 'not measured' : percent(wape)}</List.Item>)}
            </List>
          )}
        />
        {part.remarks.length > 0 && (
          <div>
            <Text size="sm" fw={600} mb={4}>Noticed in the data</Text>
            <List size="sm">
              {part.remarks.map(({ kind, sentence }) => <List.Item key={kind + sentence}>{sentence}</List.Item>)}
            </List>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
