import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { noPart, someHistory, someIntraday, somePart, somePlace, someRequirement } from '../sample';
import type { Change } from './useLayerEdits';
import { VolumeView, type VolumeViewProps } from './VolumeView';
// Loaded when they are drawn; here beforehand, so that no test waits for a file.
import './HowMade';
import './LayerForm';
import './Layers';

const saved = () => vi.fn<(change: Change) => Promise<boolean>>(() => Promise.resolve(true));
const edits = { edit: saved(), busy: false, error: null, lost: 0 };
/** What an edit makes of the layers that are there. */
const made = (edit: ReturnType<typeof saved>) => edit.mock.lastCall?.[0](somePart.layers);
const rest: Omit<VolumeViewProps, 'part'> = {
  place: somePlace, history: { state: 'full', data: someHistory }, historyFrom: '2026-02-23', requirement: { state: 'full', data: someRequirement(9) }, spanOf: () => ({ kind: 'all' }), onSpan: vi.fn(),
  mayEdit: true, edits,
};
const full = { state: 'full' as const, data: somePart };
const cell = (name: RegExp) => screen.getByRole('gridcell', { name });

describe('VolumeView', () => {
  itDrawsEveryState({
    view: (loaded) => <VolumeView {...rest} part={loaded} />,
    permission: 'forecast:view',
    empty: { data: noPart, shows: /Spring has nothing for Loans/ },
    full: { data: somePart, shows: 'Contacts by day' },
  });

  it('shows what the days are, how they were made, and the layers on them', async () => {
    draw(<VolumeView {...rest} part={full} />);
    expect(cell(/^Mon,? 2 Mar: 160$/)).toBeInTheDocument();
    expect(cell(/^Week of 2 Mar: 800$/)).toBeInTheDocument();
    expect(await screen.findByText('Campaign')).toBeInTheDocument();
    expect(await screen.findByText('It had the smallest error (4.8 %).')).toBeInTheDocument();
    expect(screen.getByText('On 2026-02-03 three times as much came.')).toBeInTheDocument();
  });

  it('says what a day’s range is, and that it is no sum', () => {
    draw(<VolumeView {...rest} part={full} />);
    expect(screen.getByText(/80 % range 145 to 176 · 95 % range 136 to 186/)).toBeInTheDocument();
    expect(screen.getByText(/learned from whole days of the past; the ranges of its intervals do not add up to it/)).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'Legend' })).getByText('95 % range')).toBeInTheDocument();
  });

  it('shows a day so far and its rest as it is forecast again', () => {
    const day = () => ({ kind: 'day' as const, date: '2026-03-02' });
    const { rerender } = draw(<VolumeView {...rest} part={full} spanOf={day} intraday={{ state: 'full', data: someIntraday }} />);
    const sofar = screen.getByRole('region', { name: 'The day so far' });
    expect(sofar).toHaveTextContent('Came until 09:0096 +20');
    expect(sofar).toHaveTextContent('184 instead of 160');
    expect(sofar).toHaveTextContent(/anew with \+10 %: 50 % of the deviation/);
    expect(screen.getByText('Rest of the day, forecast again')).toBeInTheDocument();
    rerender(<VolumeView {...rest} part={full} spanOf={day} intraday={{ state: 'full', data: { ...someIntraday, known_until: null } }} />);
    expect(screen.queryByRole('region', { name: 'The day so far' })).not.toBeInTheDocument();
    rerender(<VolumeView {...rest} part={full} spanOf={day} intraday={{ state: 'failed', problem: new ApiProblem(503, 'Busy', 'The database is starting.'), retry: vi.fn() }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The rest of the day cannot be forecast again. The database is starting.');
  });

  it('spreads a day’s total that is typed over', async () => {
    const edit = saved();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    cell(/^Mon,? 2 Mar: 160$/).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('textbox', { name: /^New value of Tue,? 3 Mar$/ })).toHaveValue('160');
    await userEvent.keyboard('999{Escape}');
    expect(edit).not.toHaveBeenCalled();
    await userEvent.keyboard('+10%{Enter}');
    expect(made(edit)).toEqual([somePart.layers[0], expect.objectContaining({ kind: 'spread_total', value: 176, from: '2026-03-03' })]);
  });

  it('sets an interval that is moved by keys', async () => {
    const edit = saved();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} spanOf={() => ({ kind: 'day', date: '2026-03-03' })} />);
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}{Enter}');
    expect(made(edit)).toEqual([somePart.layers[0], expect.objectContaining({ kind: 'set', value: 42, start: '08:30', end: '09:00' })]);
  });

  /** Draws the chart of days, and what a mouse does over the first day of the forecast, so far from the top. */
  function dragging(edit = saved()) {
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    const chart = screen.getByRole('group', { name: 'Contacts by day' });
    Object.assign(chart, { setPointerCapture: vi.fn() });
    // Twenty-one places over 834 units; the eighth is the first day of the forecast.
    const x = 2 + 7.5 * (834 / 21);
    const act = (kind: string, y: number, right = 0) =>
      fireEvent(chart, Object.assign(new MouseEvent(kind, { bubbles: true, clientX: x + right, clientY: y }), { pointerType: 'mouse', pointerId: 1 }));
    return { edit, act, held: () => screen.getByRole('slider').getAttribute('aria-valuetext') };
  }

  it('drags a day with a pointer, by as much as that goes', () => {
    const { edit, act } = dragging();
    // 160 of 200 is 62 from the top; 60 contacts are 75 lower.
    act('pointerdown', 70);
    act('pointermove', 145);
    act('pointerup', 145);
    expect(made(edit)).toEqual([somePart.layers[0], expect.objectContaining({ value: 100, from: '2026-03-02' })]);
  });

  it('moves nothing when a hand trembles', () => {
    const { edit, act, held } = dragging();
    act('pointerdown', 70);
    act('pointermove', 71);
    expect(held()).toBe('160 contacts');
    act('pointerup', 71);
    expect(edit).not.toHaveBeenCalled();
  });

  it('leaves a point that is moved by keys to the keys, and forgets it when the focus goes', async () => {
    const { edit, act, held } = dragging();
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowUp}');
    act('pointermove', 200, 100);
    expect(held()).toBe('162 contacts');
    await userEvent.tab();
    expect(held()).toBe('160 contacts');
    act('pointerdown', 200, 100);
    act('pointerup', 200, 100);
    expect(edit).not.toHaveBeenCalled();
  });

  it('shows a point where it was let go only until that is answered', async () => {
    let answer: (isSaved: boolean) => void = () => undefined;
    const { held } = dragging(vi.fn(() => new Promise<boolean>((done) => (answer = done))));
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(held()).toBe('162 contacts');
    answer(false);
    await waitFor(() => expect(held()).toBe('160 contacts'));
  });

  it('says that a day is closed, and no range of it', async () => {
    const { held } = dragging();
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{End}');
    expect(held()).toBe('closed, or nothing known');
    expect(screen.queryByText(/80 % range \d/)).not.toBeInTheDocument();
  });

  it('changes nothing in a cell that was only looked at while others changed it', async () => {
    const edit = saved();
    const props = { ...rest, edits: { ...edits, edit } };
    const { rerender } = draw(<VolumeView {...props} part={full} />);
    await userEvent.click(cell(/^Mon,? 2 Mar: 160$/));
    const days = somePart.days.map((day, index) => (index === 0 ? { ...day, volumes: day.volumes.map((value) => value * 2) } : day));
    rerender(<VolumeView {...props} part={{ state: 'full', data: { ...somePart, version: 4, days } }} />);
    await userEvent.keyboard('{Enter}');
    expect(edit).not.toHaveBeenCalled();
  });

  it('says what is wrong with a number', async () => {
    draw(<VolumeView {...rest} part={full} />);
    await userEvent.click(cell(/^Mon,? 2 Mar: 160$/));
    await userEvent.keyboard('1,5{Enter}');
    const field = screen.getByRole('textbox', { name: /^New value of Mon,? 2 Mar$/ });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Write 1250, 1,250 or \+10 %/);
  });

  it('says why what came, or the agents, are not drawn', () => {
    const failed = (words: string) => ({ state: 'failed' as const, problem: new ApiProblem(400, 'Wrong', words), retry: vi.fn() });
    draw(<VolumeView {...rest} part={full} history={failed('The history is asleep.')} requirement={failed('The history tells no handle time.')} />);
    expect(screen.getByText(/What came before cannot be shown. The history is asleep./)).toBeInTheDocument();
    expect(screen.getByText(/The agents required cannot be shown. The history tells no handle time./)).toBeInTheDocument();
  });

  it('sends a layer from the version that it was opened at, and over what is there once that is told', async () => {
    const edit = vi.fn<(change: Change) => Promise<boolean>>(() => Promise.resolve(false));
    const { rerender } = draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Change Campaign' }));
    const newer = { state: 'full' as const, data: { ...somePart, version: 4, layers: [] } };
    rerender(<VolumeView {...rest} part={newer} edits={{ ...edits, edit, error: new ApiProblem(412, 'Changed') }} />);
    const save = await screen.findByRole('button', { name: 'Save layer' }, { timeout: 10_000 });
    await userEvent.click(save);
    expect(edit).toHaveBeenLastCalledWith(expect.any(Function), 3);
    expect(within(screen.getByRole('dialog')).getByRole('alert')).toHaveTextContent('This layer was not saved');
    await userEvent.click(save);
    expect(edit).toHaveBeenLastCalledWith(expect.any(Function), 4);
    expect(edit.mock.lastCall?.[0]([])).toEqual([expect.objectContaining({ name: 'Campaign', is_on: false })]);
  });

  it('switches a layer on and takes it away', async () => {
    const edit = saved();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    await userEvent.click(await screen.findByRole('switch', { name: 'Campaign is on' }));
    expect(made(edit)).toEqual([{ ...somePart.layers[0], is_on: true }]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Campaign' }));
    expect(made(edit)).toEqual([]);
  });

  it('adds a layer, and says what is wrong with one', async () => {
    const edit = saved();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add layer' }));
    await userEvent.type(await screen.findByLabelText('Name', undefined, { timeout: 10_000 }), 'Campaign'); // loaded when asked for
    const add = within(screen.getByRole('dialog')).getByRole('button', { name: 'Add layer' });
    await userEvent.click(add);
    expect(screen.getByText(/Another layer has this name/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Name'), ' 2');
    await userEvent.click(add);
    expect(made(edit)).toEqual([somePart.layers[0], expect.objectContaining({ name: 'Campaign 2', kind: 'multiply', value: 1.1, weekdays: null })]);
  });

  it('takes the last edit back by Ctrl+Z', async () => {
    const undo = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, undo }} />);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(undo).toHaveBeenCalledOnce();
  });

  it('says that somebody else was first', () => {
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, error: new ApiProblem(412, 'Changed') }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Somebody else changed this forecast meanwhile');
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, error: new ApiProblem(503, 'Busy'), lost: 3 }} />);
    expect(screen.getByText('Your last 3 edits were not saved.')).toBeInTheDocument();
  });

  it('lets nobody edit who may not', async () => {
    draw(<VolumeView {...rest} part={full} mayEdit={false} />);
    await userEvent.click(cell(/^Mon,? 2 Mar: 160$/));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(await screen.findByRole('switch', { name: 'Campaign is on' })).toBeDisabled();
  });
});
