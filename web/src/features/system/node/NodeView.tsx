import { Group, SimpleGrid, Text } from '@mantine/core';
import type { Loaded } from '@/api/loaded';
import type { NodeView as Node } from '@/api/types';
import { Facts } from '@/components/Facts';
import { Instant } from '@/components/Instant';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { formatBytes, formatDuration } from '@/lib/format';
import { HealthChecks } from './HealthChecks';

/** The node that answered; a node always has something to show, so this page is never empty. */
export function NodeView({ node }: { node: Loaded<Node> }) {
  return (
    <Show loaded={node} what="node">
      {(data) => (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <Panel title="Health" action={<Tag kind={data.health.status === 'ready' ? 'good' : 'bad'}>{data.health.status}</Tag>}>
            <HealthChecks checks={data.health.checks} />
          </Panel>
          <Panel title="Database">
            <DatabaseFacts database={data.database} />
          </Panel>
          <Panel title="Node">
            <Facts
              facts={[
                ['Name', data.name],
                ['Build', data.build],
                ['Machine', data.machine],
                ['Process', data.process_id],
                ['Addresses', <Lines key="urls" lines={data.urls} />],
              ]}
            />
          </Panel>
          <Panel title="Running">
            <Facts
              facts={[
                ['Up for', formatDuration(data.uptime_seconds)],
                ['Started', <Instant key="started" at={data.started_at} />],
                ['Memory', formatBytes(data.memory_bytes)],
                ['Roles', <Group key="roles" gap={4}>{data.roles.map((role) => <Tag key={role} kind="plain">{role}</Tag>)}</Group>],
              ]}
            />
          </Panel>
        </SimpleGrid>
      )}
    </Show>
  );
}

function DatabaseFacts({ database }: { database: Node['database'] }) {
  if (!database) {
    return <Text size="sm" c="dimmed">The database did not answer; the health check says why.</Text>;
  }
  return (
    <Facts
      facts={[
        ['Kind', database.kind],
        ['Version', database.version],
        ['Schema', database.schema_version],
        ['Size', formatBytes(database.size_bytes)],
      ]}
    />
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}
