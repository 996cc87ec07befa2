import { Button, Group, Stack, Text } from '@mantine/core';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Dialog } from './Dialog';
import { useEscape } from './useEscape';

/** Whether an event tells of something that is to be saved; a search is not. */
const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('form') !== null && !['searchbox', 'combobox'].includes(target.role ?? '');

/** What was sent and refused is not saved either. */
const isRefused = (): boolean => document.querySelector('[role=dialog] form [aria-invalid=true]') !== null;

/**
 * Escape closes what lies on top, and asks first where something was written that was not sent: the key is next to others, and
 * is pressed to leave a list as well.
 */
export function useUnsaved(close: () => void): { question: ReactNode; watch: object } {
  const written = useRef(false);
  const [asks, setAsks] = useState(false);
  useEscape(() => (written.current || isRefused() ? setAsks(true) : close()));
  return {
    question: asks && <Question stay={() => setAsks(false)} leave={close} />,
    watch: {
      onInput: ({ target }: SyntheticEvent) => { written.current ||= isWriting(target); },
      onSubmit: () => { written.current = false; },
    },
  };
}

function Question({ stay, leave }: { stay: () => void; leave: () => void }) {
  return (
    <Dialog title="Leave without saving?" close={stay}>
      <Stack gap="md">
        <Text size="sm">What you wrote here is not saved. If you leave, it is gone.</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={stay}>Stay</Button>
          <Button color="red" onClick={leave}>Leave</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
