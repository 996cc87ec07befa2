import { Alert, Anchor, Text } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '@/api/problem';
import { draftQuery } from '@/api/schedules';
import { useSession } from '@/api/session';
import { Outbox } from '../send/outbox';
import { unsentOf } from './useOutbox';

interface GoneDraftProps {
  /** The draft that the address names, and that is not among those of the unit. */
  id: string;
  onLeave: () => void;
}

/** A draft that somebody has removed: what was not sent to it can still be read. */
export function GoneDraft({ id, onLeave }: GoneDraftProps) {
  const { error } = useQuery(draftQuery(id));
  const user = useSession()?.user.id;
  const [kept] = useState(() => new Outbox(localStorage, unsentOf(user, id)).now().kept);
  // It may be another unit's, or too new to be in the list that was read.
  if (!error || toProblem(error).status !== 404) {
    return null;
  }
  return (
    <Alert color="yellow" role="status" icon={<IconFileOff aria-hidden />} title="That draft is not there any more">
      <Text size="sm">
        The address names a draft that was removed. What you see is what is published. <Anchor component="button" type="button" size="sm" underline="always" onClick={onLeave}>Leave the draft</Anchor>
      </Text>
      {kept.length > 0 && (
        <>
          <Text size="sm" mt="xs">Not sent to it, and kept on this machine:</Text>
          <ul aria-label="Changes that were not sent">{kept.map(({ key, what }) => <li key={key}><Text size="sm">{what}</Text></li>)}</ul>
        </>
      )}
    </Alert>
  );
}
