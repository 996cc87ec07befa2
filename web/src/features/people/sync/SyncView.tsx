import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import type { Loaded, Pages } from '@/api/loaded';
import type { FollowedSource } from '@/api/synchronization';
import type { SyncIssue } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { formatAgo, formatNumber } from '@/lib/format';
import { HeldRun } from './HeldRun';
import { Issues } from './Issues';
import { heldRun, lagText, stateTag, typeNames } from './sentences';

export interface SyncViewProps {
  sources: Loaded<FollowedSource[]>;
  issues: Loaded<Pages<SyncIssue>>;
  mayEdit: boolean;
  now: number;
  onOpen: (id: string) => void;
  onChanged: () => void;
}

/** Where people come from: how each source stands, what waits for a word, and what should be looked at. */
export function SyncView({ sources, issues, mayEdit, now, onOpen, onChanged }: SyncViewProps) {
  const create = (
    <NeedsPermission permission="synchronization:edit" granted={mayEdit}>
      <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={() => onOpen('new')}>New source</Button>
    </NeedsPermission>
  );
  const followed = sources.state === 'full' ? sources.data : [];
  const names = new Map(followed.map(({ source }) => [source.id, source.name]));
  return (
    <Stack gap="md">
      {followed.map(({ source, runs }) => {
        const held = heldRun(runs);
        return held && <HeldRun key={held.id} run={held} source={source.name} mayEdit={mayEdit} onApproved={onChanged} />;
      })}
      <Panel title="Sources" note="A source tells of people, skills, sites and switches, and is followed as it changes." action={sources.state === 'forbidden' ? undefined : create}>
        <Show loaded={sources} what="sources">
          {(all) => (all.length === 0 ? (
            <Notice icon={IconPlugConnected} title="No sources yet">
              Connect the company’s directory, or a folder of files, and people appear by themselves.
            </Notice>
          ) : (
            <DataTable label="Sources" columns={columnsOf(now, onOpen)} rows={all} rowKey={({ source }) => source.id} />
          ))}
        </Show>
      </Panel>
      {followed.length > 0 && <Issues issues={issues} sourceName={(id) => names.get(id) ?? 'a removed source'} mayEdit={mayEdit} onSettled={onChanged} />}
    </Stack>
  );
}

const ago = (at: string | null, now: number) => (at ? formatAgo(at, now) : <Text span inherit c="dimmed">never</Text>);

const columnsOf = (now: number, onOpen: (id: string) => void): Column<FollowedSource>[] => [
  {
    header: 'Source',
    cell: ({ source }) => (
      <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(source.id)}>{source.name}</Anchor>
    ),
  },
  { header: 'Type', cell: ({ source }) => typeNames[source.type] },
  {
    header: 'State',
    cell: ({ source }) => (
      <>
        <Tag kind={stateTag(source)}>{source.state}</Tag>
        {source.sentence && <Text size="xs" c="dimmed" mt={2}>{source.sentence}</Text>}
      </>
    ),
  },
  { header: 'Lag', align: 'right', cell: ({ source }) => lagText(source.lag_seconds) },
  { header: 'Last event', align: 'right', cell: ({ source }) => ago(source.last_applied_at, now) },
  { header: 'Last full run', align: 'right', cell: ({ source }) => ago(source.last_full_at, now) },
  { header: 'People', align: 'right', cell: ({ source }) => formatNumber(source.people) },
  {
    header: 'Open issues',
    align: 'right',
    cell: ({ source }) => (source.open_issues > 0 ? <Tag kind="wait">{formatNumber(source.open_issues)}</Tag> : '0'),
  },
];
