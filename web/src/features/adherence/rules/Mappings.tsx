import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconClipboardText, IconPlus, IconTemplate, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DataTable, type Column } from '@/components/DataTable';
import { Panel } from '@/components/Panel';
import { SearchField } from '@/components/SearchField';
import { capital, formatNumber } from '@/lib/format';
import { emptyRow, meanings, meaningWord, withoutRow, withRow, withRows, type Draft, type MappingRow } from './draft';
import { NoMappings } from './NoMappings';
import { usualStates } from './usual';

const PasteDialog = lazy(() => import('./PasteDialog').then((module) => ({ default: module.PasteDialog })));
const UsualDialog = lazy(() => import('./UsualDialog').then((module) => ({ default: module.UsualDialog })));

export interface EditProps {
  draft: Draft;
  readOnly: boolean;
  /** The server's messages by field. */
  errors: Readonly<Record<string, string>>;
  onChange: (draft: Draft) => void;
}

interface MappingsProps extends EditProps {
  /** Names of sources that have sent events. */
  sources: readonly string[];
}

interface Placed {
  index: number;
  row: MappingRow;
}

/** A browser draws so many rows without anybody noticing; more of them are found by a search. */
const atOnce = 100;
const searchFrom = 15;
const choices = meanings.map((value) => ({ value, label: capital(meaningWord[value]) }));

/** What the states of sources count as. */
export function Mappings(props: MappingsProps) {
  const { draft, readOnly, sources, onChange } = props;
  const [open, setOpen] = useState<'paste' | 'usual'>();
  const [search, setSearch] = useState('');
  // Typing in a row must not take it out of what was found.
  const [held, setHeld] = useState<number>();
  const place = useRef<HTMLDivElement>(null);
  const text = search.trim().toLowerCase();
  const found = draft.mappings.map((row, index): Placed => ({ index, row }))
    .filter(({ index, row }) => index === held || `${row.source} ${row.state} ${row.reason} ${meaningWord[row.counts_as]}`.toLowerCase().includes(text));
  // A search never hides the row that is added.
  const add = () => {
    setSearch('');
    flushSync(() => onChange({ ...draft, mappings: [{ ...emptyRow, source: draft.mappings[0]?.source ?? sources[0] ?? '' }, ...draft.mappings] }));
    // The new row is there to be written: its state first, as its source is that of the others.
    place.current?.querySelector<HTMLElement>('[data-index="0"][value=""]')?.focus();
  };
  return (
    <Panel
      title="Mappings"
      note="A mapping with a reason code goes before one without."
      action={!readOnly && (
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<IconTemplate size={16} aria-hidden />} onClick={() => setOpen('usual')}>Usual states</Button>
          <Button size="xs" variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setOpen('paste')}>Paste</Button>
          <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>Add mapping</Button>
        </Group>
      )}
    >
      {draft.mappings.length === 0 ? (
        <NoMappings readOnly={readOnly} sources={sources} onUse={(source) => onChange(withRows(draft, usualStates(source)))} />
      ) : (
        <>
          {draft.mappings.length > searchFrom && <SearchField label="Search mappings" value={search} onChange={setSearch} />}
          <div ref={place} onFocus={({ target }) => setHeld(indexOf(target))} onBlur={() => setHeld(undefined)}>
            <DataTable label="Mappings" columns={columnsOf(props)} rows={found.slice(0, atOnce)} rowKey={({ index }) => String(index)} />
          </div>
          <Text size="sm" c="dimmed" mt="xs" role="status">{sentenceOf(found.length, draft.mappings.length)}</Text>
        </>
      )}
      <Suspense>
        {open === 'paste' && <PasteDialog draft={draft} close={() => setOpen(undefined)} onUse={(rows) => onChange(withRows(draft, rows))} />}
        {open === 'usual' && <UsualDialog sources={sources} close={() => setOpen(undefined)} onUse={(source) => onChange(withRows(draft, usualStates(source)))} />}
      </Suspense>
    </Panel>
  );
}

const indexOf = (target: EventTarget): number | undefined => {
  const held = target instanceof HTMLElement ? target.dataset.index : undefined;
  return held === undefined ? undefined : Number(held);
};

function sentenceOf(found: number, all: number): string {
  const many = `${formatNumber(all)} ${all === 1 ? 'mapping' : 'mappings'}`;
  return found > atOnce ? `${formatNumber(atOnce)} of ${many} shown. Search to find others.`
    : found < all ? `${formatNumber(found)} of ${many} found`
    : many;
}

function columnsOf({ draft, readOnly, errors, onChange }: MappingsProps): Column<Placed>[] {
  const text = (header: string, name: 'source' | 'state' | 'reason', list?: string): Column<Placed> => ({
    header,
    cell: ({ index, row }) => (
      <TextInput
        size="xs"
        aria-label={`${header} of mapping ${index + 1}`}
        data-index={index}
        list={list}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={name === 'reason' ? 'any' : undefined}
        readOnly={readOnly}
        value={row[name]}
        error={errors[`mappings[${index}].${name}`] ?? (name === 'state' ? errors[`mappings[${index}]`] : undefined)}
        onChange={({ currentTarget: { value } }) => onChange(withRow(draft, index, { [name]: value }))}
      />
    ),
  });
  const meaning: Column<Placed> = {
    header: 'Counts as',
    cell: ({ index, row }) => (
      <NativeSelect
        size="xs"
        aria-label={`Counts as, of mapping ${index + 1}`}
        data-index={index}
        disabled={readOnly}
        data={choices}
        value={row.counts_as}
        onChange={({ currentTarget: { value } }) => onChange(withRow(draft, index, { counts_as: value as MappingRow['counts_as'] }))}
      />
    ),
  };
  const remove: Column<Placed> = {
    header: 'Remove',
    width: '70px',
    cell: ({ index, row }) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove mapping ${index + 1}${row.state && `, ${row.state}`}`}
        onClick={() => onChange(withoutRow(draft, index))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    ),
  };
  return [text('Source', 'source', 'rule-sources'), text('State', 'state'), text('Reason code', 'reason'), meaning, ...(readOnly ? [] : [remove])];
}
