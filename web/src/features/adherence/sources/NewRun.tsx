import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { startRun } from '@/api/eventSources';
import type { EventSource } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { Dialog } from '@/components/Dialog';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Panel } from '@/components/Panel';
import { told } from '@/components/told';
import { formatNumber } from '@/lib/format';
import { linesWord } from './sentences';

interface NewRunProps {
  source: EventSource;
  mayEdit: boolean;
  onBegun: () => void;
  onReplay: (source: string) => void;
}

/** Counts the positions of a source anew; what that means is said before it is done. */
export function NewRun({ source, mayEdit, onBegun, onReplay }: NewRunProps) {
  const [isAsked, setAsked] = useState(false);
  const waiting = source.in_quarantine.position_used ?? 0;
  const begin = useIntent(startRun, (begun) => {
    told(`Run ${begun.run} of ${begun.name} has begun`);
    setAsked(false);
    onBegun();
    if (waiting > 0) {
      onReplay(begun.id);
    }
  });
  return (
    <Panel
      title="Runs"
      note="Positions are counted within a run. A source that has begun anew, at 1, needs a new one."
      action={(
        <NeedsPermission permission="events:edit" granted={mayEdit}>
          <Button size="xs" variant="default" disabled={!mayEdit} onClick={() => setAsked(true)}>Begin a new run</Button>
        </NeedsPermission>
      )}
    >
      <Text size="sm">
        It is at position {formatNumber(source.last_position)} of run {formatNumber(source.run)}.{waiting > 0 && ` ${linesWord(waiting)} came at positions that were used before, with other content: most likely it has begun anew.`}
      </Text>
      {isAsked && (
        <Dialog title={`Begin run ${source.run + 1} of ${source.name}?`} close={() => setAsked(false)}>
          <Stack gap="sm">
            <List size="sm" spacing={6}>
              <List.Item>Positions are counted anew, from 1. What it has told so far stays.</List.Item>
              <List.Item>Lines that come from now on belong to run {source.run + 1}, also those that it sends a second time: if it has <strong>not</strong> begun anew, they are taken in twice.</List.Item>
              {waiting > 0 && <List.Item>{linesWord(waiting)} in quarantine came at positions that were used before. Replay them afterwards: they go into the new run. They are shown to you then.</List.Item>}
              <List.Item>A run is not taken back.</List.Item>
            </List>
            <MutationProblem error={begin.error} />
            <Group justify="flex-end" gap="xs">
              <Button size="xs" variant="default" onClick={() => setAsked(false)}>Leave it</Button>
              <Button size="xs" loading={begin.isPending} onClick={() => begin.mutate(source)}>{`Begin run ${source.run + 1}`}</Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Panel>
  );
}
