import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { noPart, someHistory, somePart, somePlace, someRequirement } from '../sample';
import { VolumeView, type VolumeViewProps } from './VolumeView';
// Loaded when they are drawn; here beforehand, so that no test waits for a file.
import './HowMade';
import './LayerForm';
import './Layers';

const edits = { edit: vi.fn(), busy: false, error: null };
const rest: Omit<VolumeViewProps, 'part'> = {
  place: somePlace, history: someHistory, historyFrom: '2026-02-23', requirement: someRequirement(9), spanOf: () => ({ kind: 'all' }), onSpan: vi.fn(),
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

  it('spreads a day’s total that is typed over', async () => {
    const edit = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    cell(/^Mon,? 2 Mar: 160$/).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(screen.getByRole('textbox', { name: /^New value of Tue,? 3 Mar$/ })).toHaveValue('160');
    await userEvent.keyboard('999{Escape}');
    expect(edit).not.toHaveBeenCalled();
    await userEvent.keyboard('+10%{Enter}');
    expect(edit).toHaveBeenCalledWith([somePart.layers[0], expect.objectContaining({ kind: 'spread_total', value: 176, from: '2026-03-03' })]);
  });

  it('sets an interval that is moved by keys', async () => {
    const edit = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} spanOf={() => ({ kind: 'day', date: '2026-03-03' })} />);
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowUp}{Enter}');
    expect(edit).toHaveBeenCalledWith([somePart.layers[0], expect.objectContaining({ kind: 'set', value: 42, start: '08:30', end: '09:00' })]);
  });

  it('drags a day with a pointer', () => {
    const edit = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    const chart = screen.getByRole('group', { name: 'Contacts by day' });
    Object.assign(chart, { setPointerCapture: vi.fn() });
    // Twenty-one places over 834 units; the eighth is the first day of the forecast, and 160 of 200 is 62 from the top.
    const x = 2 + 7.5 * (834 / 21);
    fireEvent(chart, new MouseEvent('pointerdown', { bubbles: true, clientX: x, clientY: 62 }));
    fireEvent(chart, new MouseEvent('pointermove', { bubbles: true, clientX: x, clientY: 137 }));
    fireEvent(chart, new MouseEvent('pointerup', { bubbles: true, clientX: x, clientY: 137 }));
    expect(edit).toHaveBeenCalledWith([somePart.layers[0], expect.objectContaining({ value: 100, from: '2026-03-02' })]);
  });

  it('switches a layer on and takes it away', async () => {
    const edit = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    await userEvent.click(await screen.findByRole('switch', { name: 'Campaign is on' }));
    expect(edit).toHaveBeenLastCalledWith([{ ...somePart.layers[0], is_on: true }]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Campaign' }));
    expect(edit).toHaveBeenLastCalledWith([]);
  });

  it('adds a layer, and says what is wrong with one', async () => {
    const edit = vi.fn();
    draw(<VolumeView {...rest} part={full} edits={{ ...edits, edit }} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add layer' }));
    await userEvent.type(await screen.findByLabelText('Name', undefined, { timeout: 10_000 }), 'Campaign'); // loaded when asked for
    const add = within(screen.getByRole('dialog')).getByRole('button', { name: 'Add layer' });
    await userEvent.click(add);
    expect(screen.getByText(/Another layer has this name/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Name'), ' 2');
    await userEvent.click(add);
    expect(edit).toHaveBeenCalledWith([somePart.layers[0], expect.objectContaining({ name: 'Campaign 2', kind: 'multiply', value: 1.1, weekdays: null })], expect.any(Function));
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
  });

  it('lets nobody edit who may not', async () => {
    draw(<VolumeView {...rest} part={full} mayEdit={false} />);
    await userEvent.click(cell(/^Mon,? 2 Mar: 160$/));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(await screen.findByRole('switch', { name: 'Campaign is on' })).toBeDisabled();
  });
});
