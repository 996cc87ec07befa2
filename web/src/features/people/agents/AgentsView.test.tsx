import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import { someAgent, someNow, someScope } from '../sample';
import { AgentsView, type AgentsViewProps } from './AgentsView';
import type { AgentRows } from './AgentTable';

const none: AgentRows = { total: 0, at: () => undefined };
const one: AgentRows = { total: 1, at: () => someAgent };
const rest: Omit<AgentsViewProps, 'rows'> = {
  scope: { state: 'full', data: someScope }, filter: {}, sources: [{ id: 'q1', name: 'hr' }], selected: new Set(), mayEdit: true,
  onFilter: vi.fn(), onSight: vi.fn(), onSelect: vi.fn(), onSelectAll: vi.fn(), onSelectNone: vi.fn(), onEdit: vi.fn(), onOpen: vi.fn(),
};
const full = (data: AgentRows) => ({ state: 'full' as const, data });

// A list has no height where nothing is laid out.
beforeAll(() => {
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});

describe('AgentsView', () => {
  itDrawsEveryState({
    view: (loaded) => <AgentsView {...rest} rows={loaded} />,
    permission: 'people:view',
    empty: { data: none, shows: /No people yet/ },
    full: { data: one, shows: 'Holm, Ada' },
  });

  it('says where somebody comes from and how fresh that is', () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(someNow);
    draw(<AgentsView {...rest} rows={full(one)} />);
    const row = within(screen.getByRole('table', { name: 'People' })).getAllByRole('row')[1];
    expect(row).toHaveTextContent('Holm, AdaN1BerlinEarlyFull timeGerman 70activefrom hr, 2 s ago');
    clock.mockRestore();
  });

  it('tells what differs from the directory', () => {
    draw(<AgentsView {...rest} rows={full({ total: 1, at: () => ({ ...someAgent, overridden: ['email'] }) })} />);
    expect(screen.getByText('differs from directory')).toBeInTheDocument();
  });

  it('draws a hundred thousand as it draws a hundred, and asks for what is in sight', () => {
    const onSight = vi.fn();
    draw(<AgentsView {...rest} onSight={onSight} rows={full({ total: 100_000, at: (index) => ({ ...someAgent, id: `g${index}` }) })} />);
    expect(screen.getByRole('table', { name: 'People' })).toHaveAttribute('aria-rowcount', '100001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(onSight).toHaveBeenCalledWith(0, expect.any(Number));
  });

  it('keeps the place of those who are on their way', () => {
    draw(<AgentsView {...rest} rows={full({ total: 2, at: () => undefined })} />);
    expect(screen.getAllByText('…')).toHaveLength(2);
  });

  it('selects, and edits who is selected', async () => {
    const [onSelect, onEdit] = [vi.fn(), vi.fn()];
    draw(<AgentsView {...rest} rows={full(one)} onSelect={onSelect} onEdit={onEdit} />);
    expect(screen.getByRole('button', { name: 'Edit selected' })).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Holm, Ada' }));
    expect(onSelect).toHaveBeenCalledWith('g1');
  });

  it('says how many are selected', async () => {
    const onEdit = vi.fn();
    draw(<AgentsView {...rest} rows={full(one)} selected={new Set(['g1'])} onEdit={onEdit} />);
    expect(screen.getByText('1 of 1 agent selected')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Edit selected' }));
    expect(onEdit).toHaveBeenCalledOnce();
  });

  it('narrows by what is asked for', async () => {
    const onFilter = vi.fn();
    draw(<AgentsView {...rest} rows={full(one)} onFilter={onFilter} />);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Status' }), 'inactive');
    await userEvent.click(screen.getByRole('switch', { name: 'Differs from directory' }));
    expect(onFilter.mock.calls).toEqual([[{ status: 'inactive' }], [{ differs: 'true' }]]);
  });

  it('says what to do when a filter finds nobody', () => {
    draw(<AgentsView {...rest} filter={{ search: 'zoe' }} rows={full(none)} />);
    expect(screen.getByRole('heading', { name: 'Nobody matches' })).toBeInTheDocument();
  });
});
