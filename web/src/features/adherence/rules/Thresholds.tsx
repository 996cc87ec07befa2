import { ActionIcon, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Items } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Panel } from '@/components/Panel';
import { capital } from '@/lib/format';
import { AcceptsField } from './AcceptsField';
import {
  categories, meaningWord, placeOf, thresholds, usualTerms, withActivity, withCategory, withoutActivity, type Category, type Terms, type Threshold,
} from './draft';
import type { EditProps } from './Mappings';
import classes from './Rules.module.css';

type Code = Items['activity-codes'];

interface Row {
  key: string;
  name: string;
  terms: Terms;
  /** As the server names it in its messages. */
  field: string;
  /** What an empty field means. */
  usual: Terms;
  change: (terms: Terms) => void;
  remove?: () => void;
}

const heads: Record<Threshold, string> = {
  start_early_seconds: 'Start early, s', start_late_seconds: 'Start late, s', end_early_seconds: 'End early, s', end_late_seconds: 'End late, s',
};

const usualOf = (category: Category): Terms => ({
  start_early_seconds: 0, start_late_seconds: 0, end_early_seconds: 0, end_late_seconds: 0, ignored: false,
  accepts: category === 'time_off' ? ['time_off', 'logged_out', 'unavailable'] : category === 'unavailable' ? ['logged_out', 'unavailable'] : [category],
});

const over = (own: Terms | undefined, usual: Terms): Terms =>
  Object.fromEntries(Object.entries(usual).map(([name, value]) => [name, own?.[name as keyof Terms] ?? value])) as Terms;

/** How strictly activities of each category are judged. */
export function CategoryTerms({ draft, readOnly, errors, onChange }: EditProps) {
  const rows = categories.map((category): Row => ({
    key: category,
    name: capital(meaningWord[category]),
    terms: draft.categories[category] ?? usualTerms,
    field: `categories[${placeOf(draft, category)}].terms`,
    usual: usualOf(category),
    change: (terms) => onChange(withCategory(draft, category, terms)),
  }));
  return (
    <Panel title="Thresholds by category" note="Within so many seconds of the planned begin and end, an agent stays in adherence. Empty: 0.">
      <DataTable label="Thresholds by category" columns={columnsOf('Category', readOnly, errors)} rows={rows} rowKey={({ key }) => key} />
      <AcceptsField
        label="Where nothing is scheduled, these are in adherence"
        value={draft.accepts_unscheduled}
        usual={['logged_out', 'unavailable', 'time_off']}
        readOnly={readOnly}
        error={errors.accepts_unscheduled}
        onChange={(accepts_unscheduled) => onChange({ ...draft, accepts_unscheduled })}
      />
    </Panel>
  );
}

interface ActivityTermsProps extends EditProps {
  /** Those of the unit, removed ones too. */
  codes: readonly Code[];
}

/** Activities that are judged in a way of their own. */
export function ActivityTerms({ draft, readOnly, errors, codes, onChange }: ActivityTermsProps) {
  const codeOf = (id: string) => codes.find((code) => code.id === id);
  const free = codes.filter((code) => code.removed_at === null && !draft.activities.some((one) => one.activity_code_id === code.id));
  const rows = draft.activities.map(({ activity_code_id: id, terms }, index): Row => {
    const category = codeOf(id)?.category;
    return {
      key: id,
      name: codeOf(id)?.name ?? 'An activity code that is gone',
      terms,
      field: `activities[${index}].terms`,
      usual: category ? over(draft.categories[category], usualOf(category)) : usualTerms,
      change: (next) => onChange(withActivity(draft, id, next)),
      remove: () => onChange(withoutActivity(draft, id)),
    };
  });
  return (
    <Panel
      title="Thresholds by activity"
      note="An activity code may be judged in a way of its own. What is empty is as its category says."
      action={!readOnly && (
        <NativeSelect
          size="xs"
          aria-label="Add an activity"
          disabled={free.length === 0}
          data={[{ value: '', label: free.length === 0 ? 'No other activity' : 'Add an activity' }, ...free.map(({ id, name }) => ({ value: id, label: name }))]}
          value=""
          onChange={({ currentTarget: { value } }) => onChange(withActivity(draft, value, usualTerms))}
        />
      )}
    >
      {rows.length === 0
        ? <Text size="sm" c="dimmed">Every activity is judged as its category says.</Text>
        : <DataTable label="Thresholds by activity" columns={columnsOf('Activity', readOnly, errors)} rows={rows} rowKey={({ key }) => key} />}
    </Panel>
  );
}

const readSeconds = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null);

function columnsOf(first: string, readOnly: boolean, errors: EditProps['errors']): Column<Row>[] {
  const seconds = thresholds.map((name): Column<Row> => ({
    header: heads[name],
    align: 'right',
    cell: ({ name: of, terms, usual, field, change }) => (
      <TextInput
        size="xs"
        className={classes.number}
        inputMode="numeric"
        aria-label={`${heads[name]}, of ${of}`}
        autoComplete="off"
        placeholder={String(usual[name] ?? 0)}
        readOnly={readOnly}
        value={terms[name] ?? ''}
        error={errors[`${field}.${name}`]}
        onChange={({ currentTarget: { value } }) => change({ ...terms, [name]: readSeconds(value) })}
      />
    ),
  }));
  const accepts: Column<Row> = {
    header: 'Accepts',
    cell: ({ name, terms, usual, field, change }) => (
      <AcceptsField
        name={`Accepts, of ${name}`}
        value={terms.accepts}
        usual={usual.accepts ?? []}
        readOnly={readOnly}
        error={errors[`${field}.accepts`]}
        onChange={(value) => change({ ...terms, accepts: value })}
      />
    ),
  };
  const ignored: Column<Row> = {
    header: 'Judged',
    cell: ({ name, terms, usual, change }) => (
      <NativeSelect
        size="xs"
        aria-label={`Judged, of ${name}`}
        disabled={readOnly}
        data={[{ value: '', label: usual.ignored ? 'usual: no' : 'usual: yes' }, { value: 'false', label: 'yes' }, { value: 'true', label: 'no, ignored' }]}
        value={terms.ignored === null ? '' : String(terms.ignored)}
        onChange={({ currentTarget: { value } }) => change({ ...terms, ignored: value === '' ? null : value === 'true' })}
      />
    ),
  };
  const remove: Column<Row> = {
    header: 'Remove',
    cell: ({ name, remove: take }) => (
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={take}><IconTrash size={16} aria-hidden /></ActionIcon>
    ),
  };
  return [{ header: first, cell: ({ name }) => name }, ...seconds, accepts, ignored, ...(readOnly || first === 'Category' ? [] : [remove])];
}
