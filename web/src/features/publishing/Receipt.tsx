import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import type { Published } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { receiptSentence } from '@/components/receiptSentence';
import { Tag, type TagKind } from '@/components/Tag';
import { formatNumber } from '@/lib/format';
import { outcomeSentence } from './words';

interface ReceiptProps {
  published: Published;
  /** Asks the nodes again; there is something to ask while some are pending. */
  askAgain: () => void;
  isAsking: boolean;
}

type NodeState = NonNullable<Published['applied']>['nodes'][number];

const kinds: Record<string, TagKind> = { applied: 'good', pending: 'wait', left: 'off', overtaken: 'wait' };

const columns: Column<NodeState>[] = [
  { header: 'Node', cell: ({ node }) => node },
  { header: 'State', cell: ({ state }) => <Tag kind={kinds[state] ?? 'plain'}>{state}</Tag> },
  { header: 'After, ms', align: 'right', cell: ({ took_ms }) => (took_ms === null ? '–' : formatNumber(took_ms)) },
];

/** What was published, and which nodes serve it. Who is still missing is named. */
export function Receipt({ published, askAgain, isAsking }: ReceiptProps) {
  const pending = published.pending ?? [];
  const isDone = pending.length === 0;
  return (
    <Stack gap="sm">
      <Alert
        role="status"
        color={isDone ? 'teal' : 'yellow'}
        icon={isDone ? <IconCheck aria-hidden /> : <IconClock aria-hidden />}
        title={published.version === null ? 'Nothing to publish' : receiptSentence(published)}
      >
        <Text size="sm">{outcomeSentence(published)}</Text>
        {!isDone && (
          <Group justify="space-between" gap="sm" mt="xs">
            <Text size="sm">
              It is published. {pending.join(', ')} {pending.length === 1 ? 'has' : 'have'} not said so yet, and may still show what was before.
            </Text>
            <Button size="xs" variant="default" loading={isAsking} onClick={askAgain}>Ask again</Button>
          </Group>
        )}
      </Alert>
      {published.applied && <DataTable label="Nodes" columns={columns} rows={[...published.applied.nodes]} rowKey={({ node }) => node} />}
    </Stack>
  );
}
