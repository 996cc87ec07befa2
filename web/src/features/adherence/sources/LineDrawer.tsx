import { Code, Group, Stack, Text } from '@mantine/core';
import { lineQuery } from '@/api/eventSources';
import { usePermitted } from '@/api/loaded';
import type { QuarantinedLine } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { CopyButton } from '@/components/CopyButton';
import { Facts } from '@/components/Facts';
import { Instant } from '@/components/Instant';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { Tag } from '@/components/Tag';
import { formatNumber } from '@/lib/format';
import type { LineActs } from './QuarantinePanel';
import { isReplayable, kindNames, remedies } from './sentences';
import classes from './Sources.module.css';

interface LineDrawerProps extends LineActs {
  /** Its id. */
  line: string;
  nameOf: (source: string) => string | undefined;
  close: () => void;
}

/** One line as it came, with all that is known of it. */
export function LineDrawer({ line, ...rest }: LineDrawerProps) {
  const loaded = usePermitted('events:view', lineQuery(line));
  return (
    <SidePanel title={`Line ${line} of the quarantine`} close={rest.close}>
      <Show loaded={loaded} what="line">
        {(found) => (found ? <Line {...rest} line={found} /> : <Text size="sm">The line is not in quarantine any more.</Text>)}
      </Show>
    </SidePanel>
  );
}

function Line({ line, nameOf, mayEdit, isBusy, replay, remove, close }: Omit<LineDrawerProps, 'line'> & { line: QuarantinedLine }) {
  const meant = { lines: [line.id] };
  return (
    <Stack gap="md">
      <div>
        <Tag kind="wait">{kindNames[line.kind]}</Tag>
        <Text mt={6} className={classes.reason}>{line.field && <code>{line.field}</code>} {line.reason}</Text>
        <Text size="sm" c="dimmed" mt={4}>{remedies[line.kind]}</Text>
      </div>
      <Code block className={classes.whole} tabIndex={0} role="region" aria-label="The line as it came">{line.line}</Code>
      <Facts
        facts={[
          ['Source', nameOf(line.source_id) ?? 'a removed source'], ['Run', formatNumber(line.run)],
          ['Position', line.position === null ? 'told none' : formatNumber(line.position)], ['Came', `${formatNumber(line.times)} ${line.times === 1 ? 'time' : 'times'}`],
          ['First', <Instant key="first" at={line.first_at} />], ['Last', <Instant key="last" at={line.last_at} />],
        ]}
      />
      <Group gap="xs">
        <CopyButton text={line.line} what="the line" />
        <NeedsPermission permission="events:edit" granted={mayEdit}>
          <Group gap="xs">
            <ConfirmButton
              size="sm"
              loading={isBusy}
              disabled={!mayEdit || !isReplayable(line.kind)}
              question="The line is sent through again. If it can be used now, it goes in and leaves the quarantine."
              onConfirm={() => { replay(meant); close(); }}
            >
              Replay
            </ConfirmButton>
            <ConfirmButton
              size="sm"
              loading={isBusy}
              disabled={!mayEdit}
              question="The line is gone for good, and with it what it says."
              onConfirm={() => { remove(meant); close(); }}
            >
              Delete
            </ConfirmButton>
          </Group>
        </NeedsPermission>
      </Group>
    </Stack>
  );
}
