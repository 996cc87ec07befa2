import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useImportHistory, type HistoryFile } from '@/api/history';
import { toProblem } from '@/api/problem';
import type { ImportedHistory, Items } from '@/api/types';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { told } from '@/components/told';
import { formatNumber } from '@/lib/format';
import { ImportSummary } from './ImportSummary';

interface ImportPanelProps {
  unit: Pick<Items['business-units'], 'id' | 'zone'>;
}

type How = Pick<HistoryFile, 'queue' | 'dateOrder' | 'minutes'>;

const foundOut: How = { queue: '', dateOrder: '', minutes: '' };
const orders = [{ value: '', label: 'found out' }, { value: 'day_first', label: 'day first: 31/12/2026' }, { value: 'month_first', label: 'month first: 12/31/2026' }];
const lengths = [{ value: '', label: 'found out' }, ...['5', '10', '15', '20', '30', '60'].map((value) => ({ value, label: value }))];

/** What a refused file does not tell by itself. */
const missing = (error: Error | null) => {
  const errors = error ? toProblem(error).errors : [];
  return {
    dateOrder: errors.some(({ field, message }) => field === 'date_order' || /day.first.*month.first/i.test(message)),
    minutes: errors.some(({ field }) => field === 'minutes'),
  };
};

/** A file of history: shown first, with what was understood of it, and brought in as it was shown. */
export function ImportPanel({ unit }: ImportPanelProps) {
  const input = useRef<HTMLInputElement>(null);
  const [how, setHow] = useState(foundOut);
  // What was asked last; an answer to anything before is not shown.
  const [asked, setAsked] = useState<HistoryFile>();
  const [shown, setShown] = useState<{ of: HistoryFile; imported: ImportedHistory }>();
  const bring = useImportHistory((imported, { of }) => {
    setShown({ of, imported });
    if (imported.written !== null) {
      told(`${formatNumber(imported.written.added + imported.written.changed)} intervals were brought in`);
    }
  });
  const imported = asked && shown?.of === asked ? shown.imported : undefined;
  const preview = (file: File | undefined, by: How) => {
    setHow(by);
    if (file !== undefined) {
      const of = { unit: unit.id, file, ...by };
      setAsked(of);
      bring.mutate({ of, preview: true });
    }
  };
  const lacks = missing(bring.error);
  const isTyping = asked !== undefined && how.queue !== asked.queue;
  return (
    <Panel title="Import" note="A CSV file with a row for each interval: when, how many, and if known queue and handle time. Columns and formats are found out.">
      <Stack gap="sm" align="stretch">
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Queue of rows that name none"
            placeholder="the file’s name"
            value={how.queue}
            onChange={({ currentTarget: { value } }) => setHow({ ...how, queue: value })}
            onBlur={() => isTyping && preview(asked.file, how)}
            onKeyDown={({ key }) => key === 'Enter' && isTyping && preview(asked.file, how)}
          />
          {(lacks.dateOrder || how.dateOrder) && (
            <NativeSelect
              label="Dates"
              data={orders}
              value={how.dateOrder}
              onChange={({ currentTarget: { value } }) => preview(asked?.file, { ...how, dateOrder: value as How['dateOrder'] })}
            />
          )}
          {(lacks.minutes || how.minutes) && (
            <NativeSelect
              label="Length of an interval, min"
              data={lengths}
              value={how.minutes}
              onChange={({ currentTarget: { value } }) => preview(asked?.file, { ...how, minutes: value })}
            />
          )}
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            aria-label="File of history"
            hidden
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) {
                preview(file, { ...foundOut, queue: how.queue });
              }
              currentTarget.value = '';
            }}
          />
          <Button variant="default" loading={bring.isPending} onClick={() => input.current?.click()}>Choose a file</Button>
          {asked && imported?.written === null && (
            <Button loading={bring.isPending} disabled={isTyping || imported.intervals === 0} onClick={() => bring.mutate({ of: asked, preview: false })}>
              Bring in {formatNumber(imported.intervals)} intervals
            </Button>
          )}
        </Group>
        <MutationProblem error={bring.error} />
        {asked && imported && <ImportSummary name={asked.file.name} imported={imported} zone={unit.zone} />}
        {asked === undefined && <Text size="xs" c="dimmed">Nothing is written before you have seen it.</Text>}
      </Stack>
    </Panel>
  );
}
