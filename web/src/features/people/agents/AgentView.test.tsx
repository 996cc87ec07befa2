import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { someDetails, someNow, someScope } from '../sample';
import { AgentView, type AgentViewProps } from './AgentView';
import { BulkEditForm } from './BulkEditForm';

const moved = {
  version: 4, kind: 'moved' as const, at: '2026-01-01T08:00:00Z', said_at: null, actor: 'paul',
  differences: [{ field: 'management_unit', before: null, after: 'Berlin' }],
};
const rest: AgentViewProps = {
  details: someDetails, history: { state: 'full', data: { items: [moved] } }, scope: someScope, now: someNow, mayEdit: true, busy: false, error: null,
  change: vi.fn(), takeBack: vi.fn(), reload: vi.fn(),
};

describe('AgentView', () => {
  it('shows everything of an agent', () => {
    draw(<AgentView {...rest} />);
    for (const text of ['from hr, 2 s ago', '4711', 'from 2022-01-01: Early', 'from 2022-01-01: Full time', '2022-01-01 to further notice · number N1']) {
      expect(screen.getByText(text)).toBeInTheDocument();
    }
    expect(screen.getByRole('list', { name: 'History' })).toHaveTextContent('moved by paul');
  });

  it('takes back what differs from the directory', async () => {
    const takeBack = vi.fn();
    draw(<AgentView {...rest} takeBack={takeBack} />);
    await userEvent.click(screen.getByRole('button', { name: 'Take back email' }));
    expect(takeBack).toHaveBeenCalledWith('email');
  });

  it('names what is emptied and sends what is changed', async () => {
    const change = vi.fn();
    draw(<AgentView {...rest} change={change} />);
    await userEvent.clear(screen.getByRole('textbox', { name: 'Employee number' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'First name' }), 'lina');
    await userEvent.click(screen.getByRole('button', { name: 'Save person' }));
    expect(change).toHaveBeenCalledWith({ first_name: 'Adalina', clear: ['employee_number'] }, expect.any(Function));
  });

  it('changes a level, and ends the employment on a day', async () => {
    const change = vi.fn();
    draw(<AgentView {...rest} change={change} />);
    await userEvent.clear(screen.getByRole('textbox', { name: 'Level of German' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Level of German' }), '90');
    await userEvent.click(screen.getByRole('button', { name: 'Save skills' }));
    await userEvent.click(screen.getByRole('button', { name: 'End employment' }));
    expect(change).toHaveBeenCalledWith({ skills: [{ skill_id: 's1', level: 90 }] }, expect.any(Function));
    expect(change).toHaveBeenLastCalledWith({ terminate_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }, expect.any(Function));
  });

  it('changes nothing without the permission', () => {
    draw(<AgentView {...rest} mayEdit={false} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByText(/people:edit/)).toBeInTheDocument();
  });
});

describe('BulkEditForm', () => {
  const form = { scope: someScope, nameOf: (id: string) => `Name of ${id}`, busy: false, error: null, result: undefined, apply: vi.fn(), close: vi.fn() };

  it('takes the unit along with the team', async () => {
    const apply = vi.fn();
    draw(<BulkEditForm {...form} apply={apply} />);
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await userEvent.click(screen.getByRole('combobox', { name: 'Team' }));
    await userEvent.click(screen.getByRole('option', { name: 'Early', hidden: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(apply).toHaveBeenCalledWith({ management_unit_id: 'm1', team_id: 'e1', from: expect.any(String) as string });
  });

  it('tells who could not be changed and why', () => {
    draw(<BulkEditForm {...form} result={{ changed: 8, unchanged: 1, refused: [{ agent_id: 'g7', reason: 'names a team of another unit.' }] }} />);
    expect(screen.getByRole('status')).toHaveTextContent('8 changed1 were so already, 1 could not be changed.');
    expect(screen.getByText('Name of g7: names a team of another unit.')).toBeInTheDocument();
  });
});
