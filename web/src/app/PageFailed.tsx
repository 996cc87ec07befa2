import { Anchor, Box, Button } from '@mantine/core';
import { IconMapOff, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { useHeld } from '@/api/session';
import { Notice } from '@/components/Notice';
import { areas, startOf } from './areas';

/** A page that could not be drawn at all: no server, or an error in the page itself. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Box component="main" p="md">
      <Notice order={1} icon={IconPlugConnectedX} title="This page could not be opened" action={<Button onClick={retry}>Try again</Button>}>
        {toProblem(error).message}
      </Notice>
    </Box>
  );
}

/** The way on leads to where a session begins: not everybody may see Today. */
export function NotFound() {
  const start = startOf(useHeld());
  const name = areas.find(({ path }) => path === start)?.name;
  return (
    <Notice order={1} icon={IconMapOff} title="There is no such page" action={<Anchor component={Link} to={start}>Go to {name}</Anchor>}>
      The address may be misspelt, or the page has moved.
    </Notice>
  );
}
