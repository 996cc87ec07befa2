import { Code, Group, Stack, Text } from '@mantine/core';
import type { ClusterNode } from '@/api/types';
import { CopyButton } from '@/components/CopyButton';
import { Panel } from '@/components/Panel';
import classes from './Cluster.module.css';

/** Of a cluster that is there to be broken, how; of every other one, nothing. */
export function BreakIt({ nodes }: { nodes: readonly ClusterNode[] }) {
  const mortal = nodes.flatMap(({ name, process_id: id, answering }) => (typeof id === 'number' ? [{ name, answering, command: `kill -9 ${id}` }] : []));
  // Whose end one sees here first.
  mortal.sort((one, other) => Number(other.answering) - Number(one.answering));
  if (mortal.length === 0) {
    return null;
  }
  return (
    <Panel title="Break it" note="This cluster runs on one machine, to be tried. End any of its processes from a terminal there, and watch the others go on.">
      <div className={classes.mortal}>
        {mortal.map(({ name, answering, command }) => (
          <Group key={name} gap="xs" wrap="nowrap">
            <Stack gap={0} flex={1}>
              <Text size="sm" fw={600}>{name}</Text>
              {answering && <Text size="xs" c="dimmed">answers this page</Text>}
            </Stack>
            <Code>{command}</Code>
            <CopyButton text={command} what={`the command that kills ${name}`} />
          </Group>
        ))}
      </div>
      <Text size="sm" mt="sm">
        A duty passes to a node that waits for it and its epoch goes up; a build goes on at another builder; this page asks the other
        server and needs no reload. <Code>./muster demo --cluster</Code> starts the process again after a while, <Code>./muster cluster resume NAME</Code> at once.
      </Text>
    </Panel>
  );
}
