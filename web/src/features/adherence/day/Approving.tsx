import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { AdherenceException, NewApproval } from '@/api/types';
import { NeedsPermission } from '@/components/NeedsPermission';
import { formatTime } from '@/lib/format';

/** What may be done about exceptions, and how that stands. */
export interface ApprovingProps {
  may: boolean;
  approve: (body: NewApproval) => void;
  takeBack: (approval: string) => void;
  isBusy: boolean;
  error: Error | null;
}

interface ApproveButtonProps extends Pick<ApprovingProps, 'may' | 'approve' | 'isBusy'> {
  exception: AdherenceException;
  zone: string;
}

const longestNote = 500;

/** Says that what an agent did is fine, and why. */
export function ApproveButton({ exception: { start, end, is_open: open }, zone, may, approve, isBusy }: ApproveButtonProps) {
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const from = formatTime(start, zone);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(false);
    approve({ start, end, note: note.trim() });
  };
  const button = (
    <Button variant="default" size="compact-xs" disabled={!may} loading={isBusy} aria-label={`Approve from ${from}`} onClick={() => setAsked(!asked)}>Approve</Button>
  );
  return (
    <NeedsPermission permission="adherence:approve" granted={may}>
      <Popover opened={asked} onChange={setAsked} width={320} trapFocus returnFocus withArrow shadow="md">
        <Popover.Target>{button}</Popover.Target>
        <Popover.Dropdown aria-label="Approve">
          <form onSubmit={send}>
            <Stack gap="sm">
              <Text size="sm">
                {from} to {formatTime(end, zone)} counts as explained.{open && ' What goes on after that is still out.'}
              </Text>
              <TextInput label="Why" maxLength={longestNote} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
              <Group gap="xs" justify="flex-end">
                <Button size="xs" variant="default" onClick={() => setAsked(false)}>Leave it</Button>
                <Button size="xs" type="submit">Approve</Button>
              </Group>
            </Stack>
          </form>
        </Popover.Dropdown>
      </Popover>
    </NeedsPermission>
  );
}
