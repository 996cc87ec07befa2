import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Loaded, Pages } from '@/api/loaded';
import { settleIssue } from '@/api/synchronization';
import type { SyncIssue } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag, type TagKind } from '@/components/Tag';
import { told } from '@/components/told';

interface IssuesProps {
  issues: Loaded<Pages<SyncIssue>>;
  sourceName: (id: string) => string;
  mayEdit: boolean;
  onSettled: () => void;
}

const looks: Record<SyncIssue['kind'], TagKind> = { rejected: 'bad', conflict: 'wait', review: 'plain' };
const kinds = [
  { value: 'all', label: 'All' }, { value: 'rejected', label: 'Rejected' }, { value: 'conflict', label: 'Conflicts' }, { value: 'review', label: 'To review' },
];

/** What was refused, what has more than one meaning, and what was done and is worth a look. */
export function Issues({ issues, sourceName, mayEdit, onSettled }: IssuesProps) {
  const [kind, setKind] = useState('all');
  const settle = useIntent(settleIssue, () => {
    told('It is settled');
    onSettled();
  });
  const columns: Column<SyncIssue>[] = [
    { header: 'Kind', cell: (issue) => <Tag kind={looks[issue.kind]}>{issue.kind}</Tag> },
    { header: 'Source', cell: (issue) => sourceName(issue.source_id) },
    { header: 'Where', cell: (issue) => [issue.place, issue.external_id, issue.field].filter(Boolean).join(' · ') },
    { header: 'Why', cell: (issue) => <Text inherit style={{ whiteSpace: 'pre-line' }}>{issue.reason}</Text> },
    { header: 'Since', cell: (issue) => <Instant at={issue.opened_at} /> },
    {
      header: 'To do',
      cell: (issue) => (
        <Group gap={6}>
          {issue.agent_id && <Button component={Link} to="/people/agents" search={{ agent: issue.agent_id } as never} size="compact-xs" variant="default">Open agent</Button>}
          {issue.other_agent_id && (
            <Button
              size="compact-xs"
              variant="default"
              disabled={!mayEdit}
              loading={settle.isPending && settle.variables.issue === issue.id}
              onClick={() => settle.mutate({ issue: issue.id, joinWith: issue.other_agent_id ?? undefined })}
            >
              Join as one
            </Button>
          )}
          {issue.kind === 'rejected'
            ? <Text size="xs" c="dimmed">Correct it in the source.</Text>
            : (
              <Button
                size="compact-xs"
                variant="default"
                disabled={!mayEdit}
                loading={settle.isPending && settle.variables.issue === issue.id}
                onClick={() => settle.mutate({ issue: issue.id })}
              >
                {issue.kind === 'conflict' ? 'Keep apart' : 'Seen'}
              </Button>
            )}
        </Group>
      ),
    },
  ];
  return (
    <Panel title="Issues" note="What was refused comes right by itself when the source is mended; conflicts and reviews wait for you.">
      <Show loaded={issues} what="issues">
        {(pages) => (pages.items.length === 0 ? (
          <Notice icon={IconCircleCheck} title="Nothing to look at">Everything that the sources told could be used.</Notice>
        ) : (
          <Stack gap="sm" align="stretch">
            <SegmentedControl aria-label="Kind of issue" size="xs" data={kinds} value={kind} onChange={setKind} style={{ alignSelf: 'flex-start' }} />
            <MutationProblem error={settle.error} />
            <DataTable label="Issues" columns={columns} rows={pages.items.filter((issue) => kind === 'all' || issue.kind === kind)} rowKey={(issue) => issue.id} />
            <LoadMore pages={pages} what="issues" />
          </Stack>
        ))}
      </Show>
    </Panel>
  );
}
