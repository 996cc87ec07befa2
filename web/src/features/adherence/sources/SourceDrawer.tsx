import { Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeEventSource, eventSourcesKey } from '@/api/eventSources';
import type { EventSource, EventSourceFields, Items } from '@/api/types';
import { Facts } from '@/components/Facts';
import { Instant } from '@/components/Instant';
import { Panel } from '@/components/Panel';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { formatNumber } from '@/lib/format';
import { Losses } from './Losses';
import { NewRun } from './NewRun';
import { offsetWords } from './sentences';
import { SourceForm } from './SourceForm';
import { Heard } from './SourcesView';

interface SourceDrawerProps {
  source: EventSource | undefined;
  switches: readonly Items['switches'][] | undefined;
  mayEdit: boolean;
  close: () => void;
  /** Shows the lines of a source that may go into its new run. */
  onReplay: (source: string) => void;
}

/** One source of events, open over the list. */
export function SourceDrawer({ source, close, ...rest }: SourceDrawerProps) {
  return (
    <SidePanel title={source?.name ?? 'Source'} close={close}>
      {source ? <Source {...rest} source={source} /> : <Text size="sm">There is no such source.</Text>}
    </SidePanel>
  );
}

function Source({ source, switches, mayEdit, onReplay }: Omit<SourceDrawerProps, 'close' | 'source'> & { source: EventSource }) {
  const queries = useQueryClient();
  const look = () => queries.invalidateQueries({ queryKey: eventSourcesKey });
  const change = useMutation({
    mutationFn: (body: EventSourceFields) => changeEventSource(source, body),
    onSuccess: (changed) => {
      told(`${changed.name} is saved`);
      return look();
    },
  });
  return (
    <Stack gap="md">
      <Panel title="How it stands">
        <Facts
          facts={[
            ['Last heard', <Heard key="heard" source={source} />], ['At', <Instant key="at" at={source.heard_at} />],
            ['Run', formatNumber(source.run)], ['Position', formatNumber(source.last_position)],
            ['Events', formatNumber(source.events)], ['Statistics', formatNumber(source.statistics)], ['Duplicates', formatNumber(source.duplicates)],
            ['Ever quarantined', formatNumber(source.quarantined)], ['Dropped', formatNumber(source.dropped)], ['Clock', offsetWords(source.clock_offset_ms)],
          ]}
        />
        {source.silent && (
          <Text size="sm" mt="sm">It has told nothing of the last minute: what its agents do is unknown. What it tells of that time later is filled in.</Text>
        )}
        {source.dropped > 0 && <Text size="sm" mt="sm">Lines were dropped because the quarantine was full: mend what is in it, or raise Events:Quarantine.</Text>}
      </Panel>
      <Panel title="Settings" note="They hold for lines that come from now on.">
        <SourceForm
          key={source.version}
          source={source}
          switches={switches}
          readOnly={!mayEdit}
          busy={change.isPending}
          error={change.error}
          save={(body, onError) => change.mutate(body, { onError })}
          reload={() => {
            change.reset();
            void look();
          }}
        />
      </Panel>
      <NewRun source={source} mayEdit={mayEdit} onBegun={() => void look()} onReplay={onReplay} />
      <Losses source={source} mayEdit={mayEdit} />
    </Stack>
  );
}
