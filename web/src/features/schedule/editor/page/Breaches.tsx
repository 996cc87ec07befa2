import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '@/components/Dialog';
import { namedDate } from '@/lib/dates';
import type { OutboxState } from '../send/outbox';

interface BreachesProps {
  asking: NonNullable<OutboxState['asking']>;
  isPublished: boolean;
  onAnswer: (yes: boolean) => void;
}

const most = 40;

/** What an edit would break, and for whom, before it runs. */
export function Breaches({ asking: { kept, breaches }, isPublished, onAnswer }: BreachesProps) {
  const agents = new Set(breaches.map(({ agent_id }) => agent_id)).size;
  return (
    <Dialog title={breaches.length > 0 ? 'This breaks rules' : 'This changes the published schedule'} close={() => onAnswer(false)}>
      <Stack gap="sm">
        <Text size="sm">{kept.what}</Text>
        {isPublished && <Text size="sm">It counts at once, and the agents are told.</Text>}
        {breaches.length > 0 && (
          <>
            <Text size="sm" fw={600}>{breaches.length === 1 ? '1 rule' : `${breaches.length} rules`} of work plans, for {agents === 1 ? '1 agent' : `${agents} agents`}:</Text>
            <ul style={{ margin: 0, paddingLeft: 18, maxHeight: 320, overflow: 'auto' }}>
              {breaches.slice(0, most).map((one) => (
                <li key={`${one.agent_id}${one.day}${one.rule}${one.sentence}`}>{one.sentence} <Text span size="xs" c="dimmed">{namedDate(one.day)}, {one.rule.replaceAll('_', ' ')}</Text></li>
              ))}
            </ul>
            {breaches.length > most && <Text size="sm">And {breaches.length - most} more.</Text>}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onAnswer(false)} data-autofocus>Leave as it was</Button>
          <Button onClick={() => onAnswer(true)}>Do it</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
