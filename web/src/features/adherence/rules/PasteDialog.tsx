import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { formatNumber } from '@/lib/format';
import { withRows, type Draft, type MappingRow } from './draft';
import { readPasted } from './paste';
import classes from './Rules.module.css';

interface PasteDialogProps {
  draft: Draft;
  close: () => void;
  onUse: (rows: readonly MappingRow[]) => void;
}

const mostFaults = 20;

/** Mappings from a spreadsheet: its cells as they are copied. */
export function PasteDialog({ draft, close, onUse }: PasteDialogProps) {
  const [text, setText] = useState('');
  const { rows, faults } = readPasted(text);
  const added = withRows(draft, rows).mappings.length - draft.mappings.length;
  return (
    <Dialog title="Paste mappings" size="xl" close={close}>
      <Stack gap="sm">
        <Textarea
          label="Cells"
          description="Four columns: source, state, reason code, counts as. The reason code may be empty, or left out."
          data-autofocus
          rows={8}
          spellCheck={false}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        {text.trim() !== '' && (
          <Text size="sm" role="status">
            {formatNumber(rows.length)} {rows.length === 1 ? 'line' : 'lines'} can be used: {formatNumber(added)} new, {formatNumber(rows.length - added)} in place of others.
          </Text>
        )}
        {faults.length > 0 && (
          <Alert role="alert" color="yellow" title={`${formatNumber(faults.length)} ${faults.length === 1 ? 'line is' : 'lines are'} left out`}>
            <ul className={classes.list}>
              {faults.slice(0, mostFaults).map((fault) => <li key={fault}>{fault}</li>)}
            </ul>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            disabled={rows.length === 0}
            onClick={() => {
              onUse(rows);
              close();
            }}
          >
            Use {rows.length === 1 ? 'this line' : `these ${formatNumber(rows.length)} lines`}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
