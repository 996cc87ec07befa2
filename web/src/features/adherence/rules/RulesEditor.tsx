import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconHistory, IconPlus, IconUsers } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { always } from '@/api/adherenceRules';
import { toProblem } from '@/api/problem';
import type { Items, RuleEntry, RuleList } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { NeedsPermission } from '@/components/NeedsPermission';
import { draftOf, isSame, sourcesOf, type Draft } from './draft';
import { Mappings } from './Mappings';
import classes from './Rules.module.css';
import { sinceWord } from './sentences';
import { ActivityTerms, CategoryTerms } from './Thresholds';
import type { RuleEdits } from './useRuleEdits';

export interface RulesEditorProps {
  units: readonly { id: string; name: string }[];
  unit: string;
  list: RuleList;
  /** The day of the entry that is looked at, or "always". */
  from: string;
  codes: readonly Items['activity-codes'][];
  /** Names of sources that have sent events. */
  sources: readonly string[];
  mayEdit: boolean;
  edits: RuleEdits;
  onUnit: (unit: string) => void;
  onFrom: (from: string) => void;
  onOpen: (what: 'history' | 'new') => void;
  tester: (draft: Draft) => ReactNode;
}

export const dayOf = ({ from }: Pick<RuleEntry, 'from'>): string => from ?? always;

/** What an entry that is not there yet begins with: the rules that hold on its first day. */
export const entryBefore = ({ entries }: RuleList, from: string): RuleEntry | undefined =>
  entries.filter((entry) => dayOf(entry) === always || (from !== always && dayOf(entry) <= from)).at(-1);

/** The rules of a business unit from a day on, to look at and to change. */
export function RulesEditor(props: RulesEditorProps) {
  const { list, from, codes, mayEdit, edits, onFrom } = props;
  const entry = list.entries.find((one) => dayOf(one) === from);
  const before = draftOf((entry ?? entryBefore(list, from))?.rules);
  const draft = edits.draft ?? before;
  const isDirty = edits.draft !== undefined && !isSame(edits.draft, before);
  const isBehind = edits.draft !== undefined && edits.version !== (entry?.version ?? 0);
  const errors = Object.fromEntries((edits.error ? toProblem(edits.error).errors : []).map(({ field, message }) => [field, message]));
  const maySave = mayEdit && !edits.busy && (isDirty || (!entry && list.entries.length > 0));
  const save = () => edits.save(draft, list.version);
  // A page of rules is longer than the screen: whoever was refused is led to what is wrong.
  useEffect(() => {
    if (edits.error) {
      document.querySelector<HTMLElement>('main [aria-invalid=true]')?.focus();
    }
  }, [edits.error]);
  useHotkeys([['mod+S', () => maySave && save()]], []);
  const shared = { draft, readOnly: !mayEdit || edits.busy, errors, onChange: (next: Draft) => edits.change(next, entry?.version ?? 0) };
  const known = [...new Set([...props.sources, ...sourcesOf(draft)])];
  return (
    <>
      <div className={classes.bar}>
        <NativeSelect
          label="Business unit"
          data={props.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={props.unit}
          onChange={({ currentTarget: { value } }) => props.onUnit(value)}
        />
        <NativeSelect label="Rules that hold" data={choicesOf(list, from)} value={from} onChange={({ currentTarget: { value } }) => onFrom(value)} />
        <NeedsPermission permission="adherence:rules" granted={mayEdit}>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={() => props.onOpen('new')}>From another day</Button>
        </NeedsPermission>
        <Button variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={() => props.onOpen('history')}>History</Button>
        {mayEdit && (
          <div className={classes.end}>
            {entry && (
              <ConfirmButton
                size="sm"
                loading={edits.busy}
                disabled={isDirty}
                question={`The rules ${sinceWord(entry.from)} are removed; those before them hold on. The history keeps them.`}
                onConfirm={() => edits.remove(list.version)}
              >
                Remove
              </ConfirmButton>
            )}
            <Button variant="default" disabled={!isDirty} onClick={edits.discard}>Discard</Button>
            <Button loading={edits.busy} disabled={!maySave} onClick={save}>Save</Button>
          </div>
        )}
      </div>
      <Who entry={entry} from={from} isDirty={isDirty} />
      {isBehind && <Behind entry={entry} discard={edits.discard} />}
      {!isBehind && edits.error && <div className={classes.problem}><MutationProblem error={edits.error} shown={Object.keys(errors).filter((field) => isShown(field, draft))} reload={edits.discard} /></div>}
      <datalist id="rule-sources">{known.map((name) => <option key={name} value={name} />)}</datalist>
      <div className={classes.beside}>
        <div className={classes.panels}>
          <Mappings {...shared} sources={known} />
          <CategoryTerms {...shared} />
          <ActivityTerms {...shared} codes={codes} />
        </div>
        <div className={classes.tester}>{props.tester(draft)}</div>
      </div>
    </>
  );
}

function choicesOf({ entries }: RuleList, from: string) {
  const days = entries.map(dayOf);
  const all = days.includes(from) ? days : [...days, from].sort((a, b) => Number(b === always) - Number(a === always) || a.localeCompare(b));
  return all.map((day) => ({ value: day, label: `${sinceWord(day === always ? null : day)}${days.includes(day) ? '' : ' (new)'}` }));
}

/** Whether a field's message stands beside its input. */
const isShown = (field: string, draft: Draft): boolean =>
  /^(mappings\[\d+\](\.(source|state|reason))?|(categories|activities)\[\d+\]\.terms\.\w+|accepts_unscheduled)$/.test(field)
  && !(field.startsWith('mappings') && draft.mappings.length === 0);

function Who({ entry, from, isDirty }: { entry: RuleEntry | undefined; from: string; isDirty: boolean }) {
  return (
    <Text size="sm" c="dimmed" mb="sm" role="status" aria-label="State of these rules">
      {isDirty && <Text span inherit fw={600} c="var(--mantine-color-text)">Changes are not saved. </Text>}
      {entry
        ? <>Set by {entry.author}, <Instant at={entry.at} />, as version {entry.version}.</>
        : from === always ? 'Nothing is set yet.' : 'Not set yet: a copy of the rules that hold then.'}
    </Text>
  );
}

/** Somebody else has saved the same entry: nothing is lost, here or there. */
function Behind({ entry, discard }: { entry: RuleEntry | undefined; discard: () => void }) {
  return (
    <Alert role="alert" color="yellow" mb="sm" icon={<IconUsers aria-hidden />} title="Someone changed these rules meanwhile">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {entry ? `${entry.author} saved version ${entry.version}.` : 'They were removed.'} Take what is there now, or save yours over it: the history keeps both.
        </Text>
        <Button size="xs" variant="default" onClick={discard}>Take theirs</Button>
      </Group>
    </Alert>
  );
}
