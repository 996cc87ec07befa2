import { Stack, Text, Title } from '@mantine/core';
import type { Items, Served, SimulatedDay } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { formatNumber } from '@/lib/format';
import { countOf, partOf, secondsOf } from './estimate';

interface Row {
  key: string;
  name: string;
  served: Served;
}

const columns: Column<Row>[] = [
  { header: 'Contacts', cell: ({ name }) => name },
  { header: 'Offered', cell: ({ served }) => countOf(served.offered), align: 'right' },
  { header: 'Service level', cell: ({ served }) => partOf(served.service_level), align: 'right' },
  { header: 'Answered after', cell: ({ served }) => secondsOf(served.answer_seconds), align: 'right' },
  { header: 'Abandoned', cell: ({ served }) => partOf(served.abandonment), align: 'right' },
];

type AgentRow = SimulatedDay['agent_groups'][number];

const agentColumns: Column<AgentRow>[] = [
  { header: 'Agents', cell: ({ name }) => name },
  { header: 'On queue', cell: ({ agents }) => formatNumber(agents), align: 'right' },
  { header: 'Occupancy', cell: ({ occupancy }) => partOf(occupancy), align: 'right' },
];

/** What given agents reach. */
export function Reached({ day, groups }: { day: SimulatedDay; groups: readonly Items['planning-groups'][] }) {
  const rows = [
    ...day.planning_groups.map(({ planning_group_id: id, served }): Row => ({ key: id, name: groups.find((group) => group.id === id)?.name ?? id, served })),
    ...(day.planning_groups.length > 1 ? [{ key: 'all', name: 'All together', served: day.all }] : []),
  ];
  return (
    <section aria-label="What these agents reach">
      <Stack gap="xs">
        <Title order={3} size="h6">What these agents reach</Title>
        {day.remarks.map((remark) => <Text key={remark} size="sm" role="alert">{remark}</Text>)}
        <DataTable label="How contacts are served" columns={columns} rows={rows} rowKey={({ key }) => key} />
        <DataTable label="How agents are busy" columns={agentColumns} rows={day.agent_groups} rowKey={({ name }) => name} />
        <Text size="xs" c="dimmed">
          {formatNumber(day.replications)} such days were simulated; ± is half of the width of the 95 % confidence interval.
        </Text>
      </Stack>
    </section>
  );
}
