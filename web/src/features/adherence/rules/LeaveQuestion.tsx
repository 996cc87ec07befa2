import { Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '@/components/Dialog';

/** Whether changes that are not saved are given up. */
export function LeaveQuestion({ stay, leave }: { stay: () => void; leave: () => void }) {
  return (
    <Dialog title="Leave without saving?" close={stay}>
      <Stack gap="md">
        <Text size="sm">The changes of these rules are not saved. If you leave, they are gone.</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={stay}>Stay</Button>
          <Button color="red" onClick={leave}>Leave</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
