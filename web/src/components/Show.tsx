import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Loaded } from '@/api/loaded';
import type { ApiProblem } from '@/api/problem';
import { Notice } from './Notice';

interface ShowProps<T> {
  loaded: Loaded<T>;
  /** What is being shown, in the words of the page: "users". */
  what: string;
  children: (data: T) => ReactNode;
}

/** Draws each state of a page the same way everywhere; only the full one is the page's own. */
export function Show<T>({ loaded, what, children }: ShowProps<T>) {
  switch (loaded.state) {
    case 'loading':
      return <Loading what={what} />;
    case 'forbidden':
      return (
        <Notice icon={IconLock} title={`You may not see the ${what}`}>
          This needs the permission <code>{loaded.permission}</code>. Ask an administrator for a role that has it.
        </Notice>
      );
    case 'failed':
      return <Failed what={what} problem={loaded.problem} retry={loaded.retry} />;
    case 'full':
      return (
        <>
          {loaded.stale && <Failed what={what} problem={loaded.stale.problem} retry={loaded.stale.retry} stale />}
          {children(loaded.data)}
        </>
      );
  }
}

function Loading({ what }: { what: string }) {
  return (
    <Stack gap="xs" role="status" aria-label={`Loading the ${what}`}>
      {[92, 78, 85, 64, 80, 72].map((width) => (
        <Skeleton key={width} height={26} width={`${width}%`} radius="sm" />
      ))}
    </Stack>
  );
}

interface FailedProps {
  what: string;
  problem: ApiProblem;
  retry: () => void;
  stale?: boolean;
}

function Failed({ what, problem, retry, stale = false }: FailedProps) {
  return (
    <Alert
      role="alert"
      color="red"
      mb="sm"
      icon={<IconAlertTriangle aria-hidden />}
      title={stale ? `The ${what} below may be out of date` : `The ${what} could not be loaded`}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{problem.message}</Text>
        <Button size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
