import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ClusterView } from '@/api/types';
import classes from './Cluster.module.css';
import { staleSentence, unansweredSentence } from './sentences';

/** The one figure that must be 0. */
export function StaleReads({ consistency }: { consistency: ClusterView['consistency'] }) {
  const small = unansweredSentence(consistency);
  if (consistency.stale > 0) {
    return (
      <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={staleSentence(consistency)} classNames={{ title: classes.alarm }}>
        <Text size="sm">
          A node answered with content more than a second older than the database. The versions below say which node is behind.
        </Text>
        <Text size="xs" mt={4}>{small}</Text>
      </Alert>
    );
  }
  return (
    <Group gap={8} className={classes.figure}>
      <IconCircleCheck size={18} aria-hidden />
      <Text span size="sm" fw={600}>{staleSentence(consistency)}</Text>
      <Text span size="xs" c="dimmed">{small}</Text>
    </Group>
  );
}
