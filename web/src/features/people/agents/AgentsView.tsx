import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconSearchOff, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { Loaded } from '@/api/loaded';
import type { PeopleFilter } from '@/api/people';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { formatNumber } from '@/lib/format';
import type { Scope } from '../items/places';
import type { SourceName } from './AgentFilters';
import classes from './Agents.module.css';
import { AgentTable, type AgentRows } from './AgentTable';

/** After the list: nobody's first look needs them. */
const AgentFilters = lazy(() => import('./AgentFilters').then((module) => ({ default: module.AgentFilters })));

export interface AgentsViewProps {
  rows: Loaded<AgentRows>;
  scope: Loaded<Scope>;
  filter: PeopleFilter;
  sources: readonly SourceName[];
  selected: ReadonlySet<string>;
  mayEdit: boolean;
  onFilter: (change: PeopleFilter) => void;
  onSight: (first: number, last: number) => void;
  onSelect: (id: string) => void;
  onSelectAll: () => void;
  onSelectNone: () => void;
  onEdit: () => void;
  onOpen: (id: string) => void;
}

export function AgentsView(props: AgentsViewProps) {
  const { rows, scope, mayEdit, filter, onOpen } = props;
  const create = (
    <NeedsPermission permission="people:edit" granted={mayEdit}>
      <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={() => onOpen('new')}>New agent</Button>
    </NeedsPermission>
  );
  return (
    <Panel title="Agents" note="Who is planned. Most come from a directory, which is followed by the second." action={rows.state === 'forbidden' ? undefined : create}>
      <Show loaded={both(rows, scope)} what="people">
        {([list, organization]) => (
          <Stack gap="sm">
            <Suspense fallback={<div className={classes.filters} />}>
              <AgentFilters filter={filter} scope={organization} sources={props.sources} onFilter={props.onFilter} />
            </Suspense>
            {list.total === 0 ? <Nobody filter={filter} /> : (
              <div>
                <Bar {...props} total={list.total} />
                <AgentTable {...props} rows={list} scope={organization} />
              </div>
            )}
          </Stack>
        )}
      </Show>
    </Panel>
  );
}

/** The list is drawn when its names are there too. */
function both(rows: Loaded<AgentRows>, scope: Loaded<Scope>): Loaded<[AgentRows, Scope]> {
  if (rows.state !== 'full') {
    return rows;
  }
  return scope.state === 'full' ? { ...rows, data: [rows.data, scope.data] } : scope;
}

function Bar({ total, selected, mayEdit, onSelectAll, onSelectNone, onEdit }: AgentsViewProps & { total: number }) {
  const found = `${formatNumber(total)} ${total === 1 ? 'agent' : 'agents'}`;
  return (
    <div className={classes.bar}>
      <Text size="sm" c="dimmed" role="status">
        {selected.size > 0 ? `${formatNumber(selected.size)} of ${found} selected` : found}
      </Text>
      <Group gap="xs">
        {selected.size > 0 && <Button size="compact-sm" variant="subtle" onClick={onSelectNone}>Select none</Button>}
        <Button size="compact-sm" variant="subtle" onClick={onSelectAll}>Select all {formatNumber(total)}</Button>
        <NeedsPermission permission="people:edit" granted={mayEdit}>
          <Button size="compact-sm" disabled={!mayEdit || selected.size === 0} onClick={onEdit}>Edit selected</Button>
        </NeedsPermission>
      </Group>
    </div>
  );
}

function Nobody({ filter }: { filter: PeopleFilter }) {
  return Object.values(filter).some(Boolean) ? (
    <Notice icon={IconSearchOff} title="Nobody matches">Search looks at the name, the employee number, the user name and the e-mail address. Take away a filter to find more.</Notice>
  ) : (
    <Notice icon={IconUsers} title="No people yet">
      Connect a directory in the tab Synchronization, and its people appear here by themselves. Or add somebody by hand.
    </Notice>
  );
}
