import { Text } from '@mantine/core';
import { IconTopologyStar3 } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { NodeRole } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag, type TagKind } from '@/components/Tag';

function kindOf(state: string): TagKind {
  const word = state.toLowerCase();
  if (/fail|error|dead|lost/.test(word)) {
    return 'bad';
  }
  if (/wait|stand|start|stopping/.test(word)) {
    return 'wait';
  }
  return /run|act|hold|ready/.test(word) ? 'good' : 'off';
}

const columns: Column<NodeRole>[] = [
  { header: 'Role', cell: (role) => <strong>{role.name}</strong> },
  { header: 'What it does', cell: (role) => role.sentence },
  { header: 'Needs', cell: (role) => (role.needs.length > 0 ? role.needs.join(', ') : <Text span inherit c="dimmed">nothing</Text>) },
  { header: 'Placement', cell: (role) => role.placement },
  { header: 'State', cell: (role) => <State role={role} /> },
];

function State({ role }: { role: NodeRole }) {
  return (
    <>
      <Tag kind={kindOf(role.state)}>{role.state}</Tag>
      {role.detail && <Text size="xs" c="dimmed" mt={2}>{role.detail}</Text>}
    </>
  );
}

export function RolesView({ roles }: { roles: Loaded<NodeRole[]> }) {
  return (
    <Panel title="Roles" note="Every duty that a node can have. A role by lease is held by one node at a time.">
      <Show loaded={roles} what="roles">
        {(rows) =>
          rows.length === 0 ? (
            <Notice icon={IconTopologyStar3} title="This node has no roles">
              Start it with at least one, for example <code>muster serve --roles server</code>.
            </Notice>
          ) : (
            <DataTable label="Node roles" columns={columns} rows={rows} rowKey={(role) => role.name} />
          )
        }
      </Show>
    </Panel>
  );
}
