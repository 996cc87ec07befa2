import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi, type Mock } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { rulesOf, type Draft } from './draft';
import { HistoryView } from './HistoryDrawer';
import { RulesView, type Ground, type RulesViewProps } from './RulesView';
import { someCode, someRules, someTried } from './sample';
import { accepted, countsAs, forgiven, verdictOf, whyOf } from './sentences';
import type { RuleEdits } from './useRuleEdits';

const idle: RuleEdits = {
  day: 'always', draft: undefined, version: undefined, busy: false, error: null, change: vi.fn(), discard: vi.fn(), open: vi.fn(), save: vi.fn(), remove: vi.fn(),
};
const ground: Ground = { list: someRules, codes: [someCode] };
const empty: Ground = { list: { business_unit_id: 'u1', version: 0, entries: [] }, codes: [] };

const viewOf = (props: Partial<Extract<RulesViewProps, { edits: RuleEdits }>>) => (
  <RulesView
    ground={{ state: 'full', data: ground }}
    units={[{ id: 'u1', name: 'Germany' }]}
    unit="u1"
    from="2026-03-01"
    sources={[]}
    mayEdit
    edits={idle}
    onUnit={vi.fn()}
    onFrom={vi.fn()}
    onOpen={vi.fn()}
    tester={() => null}
    {...props}
  />
);

/** Keeps what is changed, as the page does. */
function Living({ data, save, error = null }: { data: Ground; save: (draft: Draft) => void; error?: Error | null }) {
  const [edit, setEdit] = useState<{ draft: Draft; version: number }>();
  const edits: RuleEdits = { ...idle, ...edit, error, change: (draft, version) => setEdit({ draft, version }), discard: () => setEdit(undefined), save };
  return viewOf({ ground: { state: 'full', data }, from: data === empty ? 'always' : '2026-03-01', edits });
}

const savedBy = (save: Mock<(draft: Draft) => void>) => {
  const [draft] = save.mock.lastCall ?? [];
  if (!draft) {
    throw new Error('Nothing was saved.');
  }
  return rulesOf(draft);
};

describe('the rules of a unit', () => {
  itDrawsEveryState<Ground>({
    view: (loaded) => viewOf({ ground: loaded, from: loaded.state === 'full' && loaded.data === empty ? 'always' : '2026-03-01' }),
    permission: 'adherence:view',
    full: { data: ground, shows: 'Thresholds by activity' },
    empty: { data: empty, shows: /No state is mapped yet/ },
  });

  it('begin with the usual states of a source by one click', async () => {
    const save = vi.fn<(draft: Draft) => void>();
    draw(<Living data={empty} save={save} />);
    await userEvent.click(screen.getByRole('button', { name: 'Map the usual states' }));
    expect(screen.getByText('Write the name under which the source sends its events.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('combobox', { name: 'Source' }), 'acd');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('9 mappings')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const rules = savedBy(save);
    expect(rules.mappings).toContainEqual({ source: 'acd', state: 'lunch', reason: null, counts_as: 'meal' });
  });

  it('are changed, told as not saved, and saved with the keyboard', async () => {
    const save = vi.fn<(draft: Draft) => void>();
    draw(<Living data={ground} save={save} />);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Add mapping' }));
    expect(screen.getByRole('textbox', { name: 'State of mapping 1' })).toHaveFocus();
    await userEvent.keyboard('Lunch');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Counts as, of mapping 1' }), 'Meal');
    const meal = screen.getByRole('textbox', { name: 'Start late, s, of Meal' });
    expect(meal).toHaveValue('120');
    await userEvent.clear(meal);
    await userEvent.type(meal, '60');
    expect(screen.getByText(/Changes are not saved/)).toBeInTheDocument();
    await userEvent.keyboard('{Control>}s{/Control}');
    const rules = savedBy(save);
    expect(rules.mappings?.[0]).toEqual({ source: 'acd', state: 'Lunch', reason: null, counts_as: 'meal' });
    expect(rules.categories?.[0]?.terms.start_late_seconds).toBe(60);
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByText(/Changes are not saved/)).not.toBeInTheDocument();
  });

  it('take what else is accepted, and the usual again', async () => {
    const save = vi.fn<(draft: Draft) => void>();
    draw(<Living data={ground} save={save} />);
    await userEvent.click(screen.getByRole('button', { name: 'Accepts, of Break: Break' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Meal' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(savedBy(save).categories?.[0]).toMatchObject({ category: 'break', terms: { accepts: ['break', 'meal'] } });
  });

  it('show each refusal beside its field', () => {
    const error = new ApiProblem(400, 'The request is not valid', 'x', [
      { field: 'mappings[1]', message: 'is there twice.' }, { field: 'categories[0].terms.start_late_seconds', message: 'must be 0 to 14400.' },
    ]);
    draw(<main><Living data={ground} save={vi.fn()} error={error} /></main>);
    expect(screen.getByRole('textbox', { name: 'State of mapping 2' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'State of mapping 2' })).toHaveAccessibleDescription('is there twice.');
    expect(screen.getByRole('textbox', { name: 'Start late, s, of Meal' })).toHaveAccessibleDescription('must be 0 to 14400.');
    expect(screen.getByText('The marked fields say why.')).toBeInTheDocument();
  });

  it('say that somebody else came first', () => {
    draw(viewOf({ edits: { ...idle, draft: { mappings: [], categories: {}, activities: [], accepts_unscheduled: null }, version: 2 } }));
    expect(screen.getByRole('alert')).toHaveTextContent('Paul saved version 4');
  });

  it('are only to be read without the permission', () => {
    draw(viewOf({ mayEdit: false }));
    expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'State of mapping 1' })).toHaveAttribute('readonly');
    expect(screen.getByRole('note', { name: 'This needs the permission adherence:rules' })).toBeInTheDocument();
  });
});

it('tells each change with the way back, but not over changes that are not saved', async () => {
  const onLook = vi.fn();
  const items = [
    { version: 2, from: '2026-03-01', is_removal: true, mapping_count: 0, terms_count: 0, author: 'Ada', at: '2026-02-01T00:00:00Z' },
    { version: 1, from: null, is_removal: false, mapping_count: 9, terms_count: 1, author: 'Paul', at: '2026-01-01T00:00:00Z' },
  ];
  draw(<HistoryView pages={{ state: 'full', data: { items } }} isDirty={false} onLook={onLook} />);
  const rows = screen.getAllByRole('listitem');
  expect(rows[0]).toHaveTextContent('Version 2: rules from Sun, 1 Mar 2026 removed');
  expect(rows[1]).toHaveTextContent('9 mappings, 1 threshold');
  await userEvent.click(screen.getByRole('button', { name: 'Open version 1' }));
  expect(onLook).toHaveBeenCalledWith(1);
});

it('says what an event would count as', () => {
  expect(verdictOf(someTried).word).toBe('out of adherence');
  expect(whyOf(someTried)).toBe('Scheduled on queue, and not there: negative impact.');
  expect(countsAs(someTried)).toBe('break, by the mapping of Idle with reason code 7');
  expect(accepted(someTried)).toBe('on queue');
  expect(forgiven(someTried)).toBe('begin 0 s early to 1 min 30 s late, end 0 s early to 0 s late');
  expect(countsAs({ ...someTried, mapping: null })).toBe('nothing: no mapping fits');
});
