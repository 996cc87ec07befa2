import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { noPart, somePart, somePlace, someRequirement } from '../sample';
import { StaffingView, type StaffingViewProps } from './StaffingView';
import { noTerms } from './terms';

const rest: Omit<StaffingViewProps, 'part'> = {
  requirement: { state: 'full', data: someRequirement(9) }, place: somePlace, week: undefined, onWeek: vi.fn(), mayEdit: true, saving: false, error: null,
  save: vi.fn(), ask: vi.fn(),
};
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
    expect(screen.getByRole('table', { name: 'Agents required, what if' })).toHaveTextContent('12 +3');
  });

  it('asks "what if" and saves terms', async () => {
    const [ask, save] = [vi.fn(), vi.fn()];
    draw(<StaffingView {...rest} part={full} ask={ask} save={save} />);
    await userEvent.type(screen.getByLabelText('Volume, %'), '110');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    expect(ask).toHaveBeenCalledWith({ ...noTerms, volume_percent: '110' }, expect.any(Function));
    await userEvent.click(screen.getByRole('button', { name: 'Save terms' }));
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ shrinkage_percent: '30' }), expect.any(Function));
  });

  it('says why there is no requirement', () => {
    const problem = new ApiProblem(400, 'Wrong', 'The history tells no handle time.');
    draw(<StaffingView {...rest} part={full} requirement={{ state: 'failed', problem, retry: vi.fn() }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('no handle time');
  });
});
