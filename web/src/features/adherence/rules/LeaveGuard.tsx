import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '@/components/Dialog';

interface Place {
  pathname: string;
  search: object;
}

/** The rules that a place shows; what is open at the side is not part of it. */
const rulesAt = ({ pathname, search }: Place): string => {
  const { unit, from } = search as { unit?: string; from?: string };
  return JSON.stringify([pathname, unit, from]);
};

interface LeaveGuardProps {
  isDirty: boolean;
  /** Other rules are shown than those that are changed. */
  onLeave: () => void;
}

/** Asks before changes that are not saved are left behind. */
export function LeaveGuard({ isDirty, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && rulesAt(current) !== rulesAt(next),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') {
    return null;
  }
  return (
    <Dialog title="Leave without saving?" close={blocker.reset}>
      <Stack gap="md">
        <Text size="sm">The changes of these rules are not saved. If you leave, they are gone.</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={blocker.reset}>Stay</Button>
          <Button
            color="red"
            onClick={() => {
              onLeave();
              blocker.proceed();
            }}
          >
            Leave
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
