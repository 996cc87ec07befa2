import { Text } from '@mantine/core';
import { IconUserShield } from '@tabler/icons-react';
import type { Lease } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { HandOver } from './HandOver';

const columnsOf = (mayEdit: boolean): Column<Lease>[] => [
  { header: 'Duty', cell: (lease) => <Text span inherit fw={700} style={{ whiteSpace: 'nowrap' }}>{lease.name}</Text> },
  { header: 'Held by', cell: (lease) => <Holder lease={lease} /> },
  { header: 'Token', cell: (lease) => <span title="timeline of the database / number of the takeover">{lease.timeline}/{lease.epoch}</span>, align: 'right' },
  {
    header: 'Taken',
    cell: (lease) => (
      <>
        <Instant at={lease.taken_at} />
        <Text size="xs" c="dimmed">{lease.taken_because}</Text>
      </>
    ),
  },
  { header: 'Waiting', cell: (lease) => (lease.waiting.length > 0 ? lease.waiting.join(', ') : <Text span inherit c="dimmed">nobody</Text>) },
  { header: 'Action', cell: (lease) => <HandOver lease={lease} mayEdit={mayEdit} />, width: '22%' },
];

function Holder({ lease }: { lease: Lease }) {
  return (
    <>
      {lease.holder ?? <Tag kind="wait">nobody</Tag>}
      {lease.incarnation !== null && <Text size="xs" c="dimmed">incarnation {lease.incarnation}</Text>}
      {lease.handover_to !== null && lease.handover_to !== lease.holder && <div><Tag kind="wait">{`goes to ${lease.handover_to}`}</Tag></div>}
    </>
  );
}

export function Duties({ leases, mayEdit }: { leases: Lease[]; mayEdit: boolean }) {
  return (
    <Panel title="Duties" note="Work that one node does at a time. The token (timeline/epoch) guards what it writes: an earlier one is refused.">
      {leases.length === 0 ? (
        <Notice icon={IconUserShield} title="No duty has been taken yet">
          Duties come with the roles of the nodes; each is listed here once a node has taken it.
        </Notice>
      ) : (
        <DataTable label="Duties" columns={columnsOf(mayEdit)} rows={leases} rowKey={(lease) => lease.name} />
      )}
    </Panel>
  );
}
