import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { eventSourcesKey, lossesQuery, takeLossBack, tellLoss } from '@/api/eventSources';
import { usePermitted } from '@/api/loaded';
import type { EventLoss, EventSource } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { ConfirmButton } from '@/components/ConfirmButton';
import { DataTable, type Column } from '@/components/DataTable';
import { fieldErrors } from '@/components/fieldErrors';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { told } from '@/components/told';
import { viewerZone } from '@/lib/format';
import classes from './Sources.module.css';

interface LossesProps {
  source: EventSource;
  mayEdit: boolean;
}

/** Times of which the source has lost its events: what its agents did then is unknown. */
export function Losses({ source, mayEdit }: LossesProps) {
  const losses = usePermitted('events:view', lossesQuery(source.id));
  const queries = useQueryClient();
  const look = () => void queries.invalidateQueries({ queryKey: eventSourcesKey });
  const takeBack = useMutation({
    mutationFn: (loss: string) => takeLossBack(source.id, loss),
    onSuccess: () => {
      told('That time is judged by what the source told');
      look();
    },
  });
  const columns: Column<EventLoss>[] = [
    { header: 'From', cell: (loss) => <Instant at={loss.start} /> },
    { header: 'To', cell: (loss) => <Instant at={loss.end} /> },
    { header: 'Why', cell: (loss) => <>{loss.note || 'no reason given'}<Text size="xs" c="dimmed">by {loss.author}</Text></> },
    ...(mayEdit ? [{
      header: 'To do',
      cell: (loss: EventLoss) => (
        <ConfirmButton size="compact-xs" loading={takeBack.isPending} question="What the agents did then is judged by what the source told." onConfirm={() => takeBack.mutate(loss.id)}>
          Take back
        </ConfirmButton>
      ),
    }] : []),
  ];
  return (
    <Panel title="Lost times" note="A source that comes back tells what happened meanwhile. If it did lose some of that, say so here: its agents are unknown then, not out of adherence.">
      <Stack gap="sm">
        <MutationProblem error={takeBack.error} />
        <Show loaded={losses} what="lost times">
          {(all) => all.length > 0 && <DataTable label="Lost times" columns={columns} rows={all} rowKey={({ id }) => id} />}
        </Show>
        {mayEdit && <LossForm source={source.id} onTold={look} />}
      </Stack>
    </Panel>
  );
}

const nothing = { start: '', end: '', note: '' };
const longestNote = 500;

function LossForm({ source, onTold }: { source: string; onTold: () => void }) {
  const [wish, setWish] = useState(nothing);
  const tell = useIntent(tellLoss, () => {
    told('The agents of the source are unknown in that time');
    setWish(nothing);
    onTold();
  });
  const errors = tell.error ? fieldErrors(tell.error) : {};
  const field = (name: keyof typeof nothing) => ({
    value: wish[name],
    error: errors[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => setWish((now) => ({ ...now, [name]: value })),
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const { start, end, note } = wish;
    tell.mutate({ source, body: { start: new Date(start).toISOString(), end: new Date(end).toISOString(), note: note.trim() } });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <MutationProblem error={tell.error} shown={['start', 'end', 'note']} />
        <div className={classes.pair}>
          <TextInput type="datetime-local" step={1} label="Lost from" description={`By your clock, ${viewerZone()}.`} required {...field('start')} />
          <TextInput type="datetime-local" step={1} label="To" description="When it had told anew what all do." required {...field('end')} />
        </div>
        <TextInput label="Why" maxLength={longestNote} autoComplete="off" {...field('note')} />
        <Group justify="flex-end"><Button type="submit" size="xs" variant="default" loading={tell.isPending} disabled={!wish.start || !wish.end}>Tell</Button></Group>
      </Stack>
    </form>
  );
}
