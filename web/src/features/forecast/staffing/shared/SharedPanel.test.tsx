import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw } from '@/testing';
import { someChosen, someNeed, somePart, somePlace, someReached } from '../../sample';
import { SharedPanel, type SharedPanelProps } from './SharedPanel';

const [loans] = someChosen.groups;
const groups = loans ? [loans, { ...loans, id: 'p2', name: 'Cards' }] : [];
const rest: SharedPanelProps = {
  part: somePart, place: { ...somePlace, chosen: { ...someChosen, groups } }, date: '2026-03-02', onDate: vi.fn(), people: { state: 'full', data: [] },
  search: undefined, onSearch: vi.fn(), onCancel: vi.fn(), reached: undefined, simulating: false, error: null, onSimulate: vi.fn(),
};
const running = { from: 480, to: 540, found: [someNeed], isRunning: true, isCancelled: false };
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('SharedPanel', () => {
  it('begins with people who serve one planning group each, and people who serve all', async () => {
    const onSearch = vi.fn();
    draw(<SharedPanel {...rest} onSearch={onSearch} />);
    await press('How many are needed?');
    expect(onSearch).toHaveBeenCalledWith({
      date: '2026-03-02',
      from: 480,
      to: 600,
      groups: [
        { name: 'Loans only', planning_group_ids: ['p1'], agents: 0 }, { name: 'Cards only', planning_group_ids: ['p2'], agents: 0 },
        { name: 'All skills', planning_group_ids: ['p1', 'p2'], agents: 0 },
      ],
    });
  });

  it('begins with people by their skills where there are any, and asks what they reach in a part of the day', async () => {
    const onSimulate = vi.fn();
    draw(<SharedPanel {...rest} people={{ state: 'full', data: [{ name: 'Loans + Cards', planning_group_ids: ['p1', 'p2'], people: 12 }] }} onSimulate={onSimulate} />);
    await userEvent.selectOptions(screen.getByLabelText('From'), '09:00');
    await press('What do they reach?');
    expect(onSimulate).toHaveBeenCalledWith({
      date: '2026-03-02', from: '09:00', to: '10:00', agent_groups: [{ name: 'Loans + Cards', planning_group_ids: ['p1', 'p2'], agents: 12 }],
    });
  });

  it('shows all people, and says that a search takes fewer rows than a simulation', async () => {
    const [onSearch, onSimulate] = [vi.fn(), vi.fn()];
    const people = Array.from({ length: 9 }, (_, index) => ({ name: `People ${index}`, planning_group_ids: ['p1'], people: 3 }));
    draw(<SharedPanel {...rest} people={{ state: 'full', data: people }} onSearch={onSearch} onSimulate={onSimulate} />);
    await press('How many are needed?');
    expect(screen.getByRole('alert')).toHaveTextContent('A search takes 8 rows at most, and there are 9.');
    expect(onSearch).not.toHaveBeenCalled();
    await press('What do they reach?');
    expect(onSimulate).toHaveBeenCalledWith(expect.objectContaining({ agent_groups: expect.objectContaining({ length: 9 }) as unknown }));
  });

  it('says what is missing before it asks', async () => {
    const [onSearch, onSimulate] = [vi.fn(), vi.fn()];
    draw(<SharedPanel {...rest} onSearch={onSearch} onSimulate={onSimulate} />);
    await press('Add agents');
    await userEvent.type(screen.getByLabelText('All skills on queue'), 'x');
    await press('What do they reach?');
    expect(screen.getByRole('alert')).toHaveTextContent('Say how many All skills are, as a whole number.');
    expect(screen.getByRole('alert')).toHaveTextContent('Say whom Group 4 serve.');
    expect(onSimulate).not.toHaveBeenCalled();
    await press('Remove Group 4');
    await press('How many are needed?');
    expect(onSearch).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows each interval that is found, how far it is, and can be cancelled', async () => {
    const onCancel = vi.fn();
    draw(<SharedPanel {...rest} search={running} onCancel={onCancel} />);
    expect(screen.getByRole('progressbar', { name: 'Agents needed together are searched' })).toHaveValue(30);
    const row = within(screen.getByRole('table', { name: 'Agents needed together' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent(/08:00.*20.*17.*5.*12/);
    await press('Details of 08:00');
    expect(screen.getByText(/45 contacts, 11 agents alone; together service level 82 ± 1.6/)).toBeInTheDocument();
    await press('Cancel');
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('keeps what was found when it was cancelled or refused, and says so', () => {
    const { rerender } = draw(<SharedPanel {...rest} search={{ ...running, isRunning: false, isCancelled: true }} />);
    expect(screen.getByText(/Cancelled at 08:30 of 09:00/)).toBeInTheDocument();
    rerender(<SharedPanel {...rest} search={{ ...running, isRunning: false, problem: new ApiProblem(409, 'Given up', 'The simulation was given up after 60 s.') }} />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Agents needed together' })).toBeInTheDocument();
  });

  it('shows what given agents reach, with half-widths', () => {
    draw(<SharedPanel {...rest} reached={someReached} />);
    const table = screen.getByRole('table', { name: 'How contacts are served' });
    expect(within(table).getByRole('row', { name: /All together/ })).toHaveTextContent('82 ± 1.6');
    expect(screen.getByRole('table', { name: 'How agents are busy' })).toHaveTextContent('90 ± 1.8');
    expect(screen.getByText(/400 such days/)).toBeInTheDocument();
  });
});
