import { Anchor, Box, Button } from '@mantine/core';
import { IconMapOff, IconPlugConnectedX } from '@tabler/icons-react';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { Notice } from '@/components/Notice';

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

export function NotFound() {
  return (
    <Notice order={1} icon={IconMapOff} title="There is no such page" action={<Anchor component={Link} to="/today">Go to Today</Anchor>}>
      The address may be misspelt, or the page has moved.
    </Notice>
  );
}
