import { Stack } from '@mantine/core';
import type { User } from '@/api/types';
import { Tag } from '@/components/Tag';
import { formatInstant } from '@/lib/format';

/** Whether a user may come in, and what stands in the way. */
export function UserState({ user }: { user: User }) {
  if (user.disabled) {
    return <Tag kind="off">disabled</Tag>;
  }
  const locked = user.locked_until !== null && new Date(user.locked_until) > new Date();
  return (
    <Stack gap={4} align="flex-start">
      {locked && user.locked_until ? <Tag kind="bad">{`locked until ${formatInstant(user.locked_until)}`}</Tag> : <Tag kind="good">active</Tag>}
      {user.must_change_password && <Tag kind="wait">first password</Tag>}
    </Stack>
  );
}
