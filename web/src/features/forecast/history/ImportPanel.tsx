import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useImportHistory } from '@/api/history';
import type { ImportedHistory } from '@/api/types';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { told } from '@/components/told';
import { formatNumber } from '@/lib/format';
import { ImportSummary } from './ImportSummary';

interface ImportPanelProps {
  unit: string;
}

/** A file of history: shown first, with what was understood of it, and brought in when that is right. */
export function ImportPanel({ unit }: ImportPanelProps) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [queue, setQueue] = useState('');
  const [shown, setShown] = useState<ImportedHistory>();
  const bring = useImportHistory((done) => {
    setShown(done);
    if (done.written !== null) {
      told(`${formatNumber(done.written.added + done.written.changed)} intervals were brought in`);
    }
  });
  const choose = (chosen: File | undefined) => {
    if (chosen !== undefined) {
      setFile(chosen);
      setShown(undefined);
      bring.mutate({ unit, file: chosen, queue, preview: true });
    }
  };
  const isShown = file !== undefined && shown !== undefined && shown.written === null;
  return (
    <Panel title="Import" note="A CSV file with a row for each interval: when, how many, and if known queue and handle time. Columns and formats are found out.">
      <Stack gap="sm" align="stretch">
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Queue of rows that name none"
            placeholder="the file\u2019s name"
            value={queue}
            onChange={(event) => setQueue(event.currentTarget.value)}
          />
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            aria-label="File of history"
            hidden
            onChange={(event) => {
              choose(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button variant="default" loading={bring.isPending} onClick={() => input.current?.click()}>Choose a file</Button>
          {isShown && (
            <Button loading={bring.isPending} disabled={shown.intervals === 0} onClick={() => bring.mutate({ unit, file, queue, preview: false })}>
              Bring in {formatNumber(shown.intervals)} intervals
            </Button>
          )}
        </Group>
        <MutationProblem error={bring.error} />
        {file !== undefined && shown !== undefined && <ImportSummary name={file.name} imported={shown} />}
        {file === undefined && <Text size="xs" c="dimmed">Nothing is written before you have seen it.</Text>}
      </Stack>
    </Panel>
  );
}
