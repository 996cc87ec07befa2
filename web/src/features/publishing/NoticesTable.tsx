import { Text } from '@mantine/core';
import { usePermittedPages, type Loaded, type Pages } from '@/api/loaded';
import { noticesQuery } from '@/api/publishing';
import type { ScheduleNotice } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { daysWord } from './words';

const columns: Column<ScheduleNotice>[] = [
  { header: 'Agent', cell: ({ agent_name }) => agent_name },
  { header: 'Days', cell: ({ days, is_short }) => <>{daysWord(days.length)} {is_short && <Tag kind="wait">at short notice</Tag>}</> },
  { header: 'Delivered', cell: ({ delivered_at }) => <Instant at={delivered_at} none="not yet" /> },
  { header: 'Acknowledged', cell: ({ acknowledged_at }) => <Instant at={acknowledged_at} none="not yet" /> },
];

/** Whom a version concerns, and who has got and seen it. */
export function NoticesTable({ unit, version }: { unit: string; version: number }) {
  return <NoticesView notices={usePermittedPages('schedule:view', noticesQuery(unit, version))} version={version} />;
}

export function NoticesView({ notices, version }: { notices: Loaded<Pages<ScheduleNotice>>; version: number }) {
  return (
    <Show loaded={notices} what="notices">
      {(pages) => (pages.items.length === 0
        ? <Text size="sm" c="dimmed">Nobody was told: all of its days were over.</Text>
        : (
          <>
            <DataTable label={`Notices of version ${version}`} columns={columns} rows={pages.items} rowKey={({ id }) => id} />
            <LoadMore pages={pages} what="notices" />
          </>
        ))}
    </Show>
  );
}
