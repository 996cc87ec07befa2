import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { noPart, somePart, somePlace, someRequirement } from '../sample';
import type { Answered } from './TermsForm';
import { StaffingView, type StaffingViewProps } from './StaffingView';
import { valuesOf } from './terms';

const rest: Omit<StaffingViewProps, 'part'> = {
  requirement: { state: 'full', data: someRequirement(9) }, place: somePlace, week: undefined, onWeek: vi.fn(), mayEdit: true, saving: false, error: null,
  save: vi.fn(), ask: vi.fn(),
};
const answered = { saved: expect.any(Function) as () => void, refused: expect.any(Function) as () => void };
const full = { state: 'full' as const, data: somePart };

describe('StaffingView', () => {
  itDrawsEveryState({
    view: (loaded) => <StaffingView {...rest} part={loaded} />,
    permission: 'forecast:view',
    empty: { data: noPart, shows: /Spring has nothing for Loans/ },
    full: { data: somePart, shows: 'Agents required' },
  });

  it('shows other terms beside those that are kept, with the difference', () => {
    draw(<StaffingView {...rest} part={full} whatIf={{ state: 'full', data: someRequirement(12) }} />);
    expect(screen.getByText('1,200')).toHaveTextContent('1,200 +300');
    expect(screen.getByRole('grid', { name: 'Agents required, what if' })).toHaveTextContent('12 +3');
  });

  it('asks "what if" and saves terms', async () => {
    const [ask, save] = [vi.fn(), vi.fn()];
    draw(<StaffingView {...rest} part={full} ask={ask} save={save} />);
    await userEvent.type(screen.getByLabelText('Volume, %'), '110');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(ask).toHaveBeenCalledWith({ ...valuesOf(somePart.staffing), volume_percent: '110' }, answered);
    await userEvent.click(screen.getByRole('button', { name: 'Save terms' }));
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ shrinkage_percent: '30' }), answered);
  });

  it('refuses what is no number, or must be one, and marks what the server refuses', async () => {
    const save = vi.fn((_: unknown, { refused }: Answered) =>
      refused(new ApiProblem(400, 'Not valid', undefined, [{ field: 'staffing.patience_seconds', message: 'is 0, not 1 to 86400.' }])));
    draw(<StaffingView {...rest} part={full} save={save} />);
    const [shrinkage, patience] = ['Shrinkage, %', 'Patience, s'].map((name) => screen.getAllByLabelText(name)[0]) as [HTMLElement, HTMLElement];
    await userEvent.clear(shrinkage);
    await userEvent.type(patience, '1.5');
    await userEvent.click(screen.getByRole('button', { name: 'Save terms' }));
    expect([shrinkage, patience].map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
    expect(save).not.toHaveBeenCalled();
    await userEvent.type(shrinkage, '30');
    await userEvent.clear(patience);
    await userEvent.type(patience, '0');
    await userEvent.click(screen.getByRole('button', { name: 'Save terms' }));
    expect(save).toHaveBeenCalledOnce();
    expect(patience).toHaveAccessibleDescription(/is 0, not 1 to 86400./);
  });

  it('keeps what is typed while others change the forecast, and after they came first', async () => {
    const { rerender } = draw(<StaffingView {...rest} part={full} />);
    const [patience, agents] = ['Patience, s', 'Minimum agents'].map((name) => screen.getAllByLabelText(name)[0]) as [HTMLElement, HTMLElement];
    await userEvent.type(patience, '90');
    const newer = { state: 'full' as const, data: { ...somePart, version: 4, staffing: { ...somePart.staffing, minimum_agents: 2 } } };
    rerender(<StaffingView {...rest} part={newer} error={new ApiProblem(412, 'Changed')} />);
    expect([patience, agents]).toEqual([expect.objectContaining({ value: '90' }), expect.objectContaining({ value: '2' })]);
    expect(screen.getByRole('alert')).toHaveTextContent('Somebody else changed this forecast meanwhile');
  });

  it('says more of the interval that is walked to', async () => {
    draw(<StaffingView {...rest} part={full} />);
    within(screen.getByRole('grid', { name: 'Agents required' })).getByRole('gridcell', { name: /^Mon,? 2 Mar, 08:00/ }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByText(/^Tue,? 3 Mar, 08:30$/).parentElement).toHaveTextContent('9 agents · service level 82 % · occupancy 80 % · answered after 9 s');
  });

  it('says why there is no requirement', () => {
    const problem = new ApiProblem(400, 'Wrong', 'The history tells no handle time.');
    draw(<StaffingView {...rest} part={full} requirement={{ state: 'failed', problem, retry: vi.fn() }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('no handle time');
  });
});
