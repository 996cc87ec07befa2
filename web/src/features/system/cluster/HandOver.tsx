import { Button, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clusterQuery, handOver } from '@/api/cluster';
import type { Lease } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import classes from './Cluster.module.css';
import { handoverOutcome } from './sentences';

/** Moves a duty to a node that waits for it, and says how that ended. */
export function HandOver({ lease, mayEdit }: { lease: Lease; mayEdit: boolean }) {
  const queries = useQueryClient();
  const move = useIntent(handOver, () => void queries.invalidateQueries(clusterQuery));
  const { isPending, variables, data, error } = move;
  const outcome = data ? handoverOutcome(data, variables.to, lease) : undefined;
  return (
    <Stack gap={4} align="flex-start">
      <NeedsPermission permission="system:edit" granted={mayEdit}>
        <Ask lease={lease} disabled={!mayEdit} busy={isPending} onConfirm={(to) => move.mutate({ name: lease.name, to })} />
      </NeedsPermission>
      <div role="status" className={classes.outcome}>
        {isPending && `Handing ${lease.name} to ${variables.to} …`}
        {!isPending && outcome && (
          <Group gap={4} wrap="nowrap" align="flex-start" data-done={outcome.done}>
            {outcome.done ? <IconCircleCheck size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
            {outcome.sentence}
          </Group>
        )}
        {!isPending && !outcome && lease.waiting.length === 0 && <Text size="xs" c="dimmed">No other node waits for {lease.name}.</Text>}
      </div>
      <MutationProblem error={error} />
    </Stack>
  );
}

interface AskProps {
  lease: Lease;
  disabled: boolean;
  busy: boolean;
  onConfirm: (to: string) => void;
}

function Ask({ lease, disabled, busy, onConfirm }: AskProps) {
  const [asked, setAsked] = useState(false);
  const [to, setTo] = useState('');
  const open = () => {
    setTo(lease.waiting[0] ?? '');
    setAsked(true);
  };
  const waits = lease.waiting.includes(to);
  // A choice that went away stays to be seen, so that a click never hands over to another node than the one read. It may be
  // back in a moment, for who looks at a duty does not wait for it meanwhile: whoever asks is told by the server.
  const choices = waits ? lease.waiting : [...lease.waiting, to];
  return (
    <Popover opened={asked} onChange={setAsked} width={300} trapFocus returnFocus withArrow shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-xs"
          aria-label={`Hand over ${lease.name}`}
          disabled={disabled || lease.waiting.length === 0}
          loading={busy}
          onClick={() => (asked ? setAsked(false) : open())}
        >
          Hand over
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Hand over ${lease.name}`}>
        <Stack gap="sm">
          <NativeSelect
            size="xs"
            label={`Who shall have ${lease.name}`}
            value={to}
            data={choices}
            error={!waits && `${to} does not wait for it any more.`}
            onChange={(event) => setTo(event.currentTarget.value)}
            data-autofocus
          />
          <Text size="sm">{lease.holder ?? 'Nobody'} stops this work, and {to} begins it in the same breath.</Text>
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>Keep</Button>
            <Button size="xs" onClick={() => { setAsked(false); onConfirm(to); }}>Hand over to {to}</Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
