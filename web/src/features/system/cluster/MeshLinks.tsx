import type { MeshLink } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { formatDuration, formatNumber } from '@/lib/format';

const columns: Column<MeshLink>[] = [
  { header: 'To', cell: (link) => <strong>{link.peer}</strong> },
  { header: 'Opened by', cell: (link) => (link.dialled ? 'this node' : 'the other') },
  { header: 'Up for', cell: (link) => formatDuration(link.age_seconds), align: 'right' },
  { header: 'Round trip, ms', cell: (link) => (link.round_trip_ms === null ? 'not yet' : formatNumber(link.round_trip_ms)), align: 'right' },
  { header: 'Sent', cell: (link) => formatNumber(link.sent), align: 'right' },
  { header: 'Received', cell: (link) => formatNumber(link.received), align: 'right' },
  { header: 'Waiting', cell: (link) => formatNumber(link.waiting), align: 'right' },
  { header: 'Merged', cell: (link) => formatNumber(link.conflated), align: 'right' },
  { header: 'Dropped', cell: (link) => formatNumber(link.dropped), align: 'right' },
];

/** The links of the answering node, in messages. */
export function MeshLinks({ links, node }: { links: MeshLink[]; node: string }) {
  return links.length > 0 && <DataTable label={`Links of ${node}`} columns={columns} rows={links} rowKey={(link) => link.peer} />;
}
