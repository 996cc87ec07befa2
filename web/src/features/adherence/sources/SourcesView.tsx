import { Anchor, Code, Stack, Text } from '@mantine/core';
import { IconAntenna } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { EventSource } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { formatInstant, formatNumber } from '@/lib/format';
import { heardWords, heldLines } from './sentences';

/** What ids of tenants and switches are called; an id that is not known stays away. */
export type NameOf = (id: string | null) => string | undefined;

export interface SourcesViewProps {
  sources: Loaded<EventSource[]>;
  nameOf: NameOf;
  onOpen: (source: string) => void;
  /** Shows what of a source is in quarantine. */
  onLines: (source: string) => void;
}

/** Where events come from: how far each source is, when it was heard, and what of it could not be used. */
export function SourcesView({ sources, nameOf, onOpen, onLines }: SourcesViewProps) {
  return (
    <Panel title="Sources" note="Telephone systems, and whatever else tells what agents do. A source that is silent for more than a minute makes its agents unknown.">
      <Show loaded={sources} what="sources">
        {(all) => (all.length === 0
          ? <NoSources />
          : <DataTable label="Sources" columns={columnsOf(nameOf, onOpen, onLines)} rows={inOrder(all)} rowKey={({ id }) => id} />)}
      </Show>
    </Panel>
  );
}

/** Who is silent is looked for first. */
const inOrder = (all: readonly EventSource[]): EventSource[] => [...all].sort((a, b) => Number(b.silent) - Number(a.silent));

function NoSources() {
  return (
    <Notice icon={IconAntenna} title="Nothing has sent events yet">
      <Stack gap={6}>
        <span>A source appears with the first line that it sends. Let the telephone system post lines to <Code>/api/v2/wfm/events?source=NAME</Code>, or feed a file:</span>
        <Code block>{'muster token create feed --grant ROLE   # a role with events:write\nMUSTER_CLIENT_SECRET=... muster feed events.ndjson --source NAME --client-id ID --follow'}</Code>
        <span>What a line looks like: docs/events.md. <Code>muster simulate</Code> sends what a telephone system would.</span>
      </Stack>
    </Notice>
  );
}

const count = (header: string, of: (source: EventSource) => number): Column<EventSource> => ({ header, align: 'right', cell: (source) => formatNumber(of(source)) });

const columnsOf = (nameOf: NameOf, onOpen: (id: string) => void, onLines: (id: string) => void): Column<EventSource>[] => [
  {
    header: 'Source',
    cell: (source) => <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(source.id)}>{source.name}</Anchor>,
  },
  {
    header: 'Of',
    cell: (source) => [nameOf(source.tenant_id), source.switch_id ? nameOf(source.switch_id) : 'any switch'].filter(Boolean).join(', '),
  },
  { header: 'Last heard', cell: (source) => <Heard source={source} /> },
  count('Run', ({ run }) => run),
  count('Position', ({ last_position: position }) => position),
  count('Events', ({ events }) => events),
  count('Statistics', ({ statistics }) => statistics),
  count('Duplicates', ({ duplicates }) => duplicates),
  {
    header: 'In quarantine',
    align: 'right',
    cell: (source) => {
      const held = heldLines([source]);
      return held === 0 ? '0' : (
        <Anchor component="button" type="button" size="sm" aria-label={`${formatNumber(held)} of ${source.name} in quarantine`} onClick={() => onLines(source.id)}>{formatNumber(held)}</Anchor>
      );
    },
  },
  {
    header: 'Dropped',
    align: 'right',
    cell: ({ dropped }) => (dropped > 0 ? <Tag kind="bad">{formatNumber(dropped)}</Tag> : '0'),
  },
];

export function Heard({ source }: { source: EventSource }) {
  if (source.silent && source.heard_at) {
    return (
      <>
        <Tag kind="bad">silent</Tag>
        <Text size="xs" c="dimmed" mt={2}>since {formatInstant(source.heard_at)}</Text>
      </>
    );
  }
  return <>{heardWords(source)}</>;
}
