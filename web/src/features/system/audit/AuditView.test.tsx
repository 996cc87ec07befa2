import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { AuditView } from './AuditView';

const entry: AuditEntry = {
  id: 1, at: '2026-01-01T00:00:00Z', actor_kind: 'user', actor_id: 'u1', actor_name: 'Ada Lovelace', address: '10.0.0.1', action: 'changed',
  entity: 'user', entity_id: 'u2', before: { display_name: 'Ada King' }, after: { display_name: 'Ada Lovelace' }, request_id: 'q1',
};

describe('AuditView', () => {
  itDrawsEveryState({
    view: (loaded) => <AuditView entries={loaded} filter={{}} onFilter={vi.fn()} />,
    permission: 'audit:view',
    empty: { data: { items: [] }, shows: /Nothing has been changed yet/ },
    full: { data: { items: [entry] }, shows: 'Ada Lovelace' },
  });

  it('opens to what was before and what after', async () => {
    draw(<AuditView entries={{ state: 'full', data: { items: [entry] } }} filter={{}} onFilter={vi.fn()} />);
    const details = screen.getByRole('button', { name: 'Details of changed by Ada Lovelace' });
    expect(details).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(details);
    expect(screen.getByText('Ada King').tagName).toBe('DEL');
    expect(screen.getByRole('img', { name: 'changed' })).toBeInTheDocument();
  });

  it('sends only the fields that are filled', async () => {
    const onFilter = vi.fn();
    draw(<AuditView entries={{ state: 'full', data: { items: [] } }} filter={{ entity: 'user' }} onFilter={onFilter} />);
    expect(screen.getByRole('heading', { name: 'No entry matches the filter' })).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: 'Actor' }), 'ada{Enter}');
    expect(onFilter).toHaveBeenLastCalledWith({ actor: 'ada', entity: 'user' });
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(onFilter).toHaveBeenLastCalledWith({});
  });
});
