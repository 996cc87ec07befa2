import { Text } from '@mantine/core';
import { IconHistory, IconSearchOff } from '@tabler/icons-react';
import type { AuditFilter } from '@/api/audit';
import type { Loaded, Pages } from '@/api/loaded';
import type { AuditEntry } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { AuditFilterForm } from './AuditFilterForm';
import { Difference } from './Difference';

interface AuditViewProps {
  entries: Loaded<Pages<AuditEntry>>;
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

const actorOf = (entry: AuditEntry): string => entry.actor_name || (entry.actor_kind === 'system' ? 'Muster' : 'nobody signed in');

const columns: Column<AuditEntry>[] = [
  { header: 'When', cell: (entry) => <Instant at={entry.at} /> },
  {
    header: 'Who',
    cell: (entry) => (
      <>
        <strong>{actorOf(entry)}</strong> <Text span size="xs" c="dimmed">{entry.actor_kind}</Text>
      </>
    ),
  },
  { header: 'From', cell: (entry) => <Text span inherit style={{ whiteSpace: 'nowrap' }}>{entry.address ?? ''}</Text> },
  { header: 'Action', cell: (entry) => entry.action },
  {
    header: 'What',
    cell: (entry) => (
      <>
        {entry.entity} {entry.entity_id && <Text span size="xs" c="dimmed" ff="monospace">{entry.entity_id}</Text>}
      </>
    ),
  },
];

export function AuditView({ entries, filter, onFilter }: AuditViewProps) {
  return (
    <Panel title="Audit" note="Every change: who, when, from where, what before and what after. Nothing is ever removed.">
      {entries.state !== 'forbidden' && <AuditFilterForm filter={filter} onFilter={onFilter} />}
      <Show loaded={entries} what="audit">
        {(pages) =>
          pages.items.length === 0 ? (
            <NoEntries filtered={Object.values(filter).some(Boolean)} />
          ) : (
            <>
              <DataTable
                label="Audit"
                columns={columns}
                rows={pages.items}
                rowKey={(entry) => String(entry.id)}
                rowName={(entry) => `${entry.action} by ${actorOf(entry)}`}
                detail={(entry) => <Difference entry={entry} />}
              />
              <LoadMore pages={pages} what="entries" />
            </>
          )
        }
      </Show>
    </Panel>
  );
}

function NoEntries({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Notice icon={IconSearchOff} title="No entry matches the filter">Clear a field, or take a longer time.</Notice>
  ) : (
    <Notice icon={IconHistory} title="Nothing has been changed yet">The first change that anyone makes appears here.</Notice>
  );
}
