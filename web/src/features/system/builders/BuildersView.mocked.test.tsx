import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { BuilderPool } from '@/api/types';
import { draw } from '@/testing';
import { BuildersView } from './BuildersView';

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: string }) => <a href="/schedule">{children}</a> }));

const pool: BuilderPool = {
  builders: [{ node: 'alpha', slots: 2, busy: 1, since: '2026-03-01T08:00:00Z' }, { node: 'beta', slots: 1, busy: 0, since: '2026-03-01T08:00:00Z' }],
  jobs: [{
    id: 'b1', business_unit_id: 'u1', name: 'Spring', state: 'running', priority: 7, seconds: 60, created_by: 'Ada', created_at: '2026-03-01T09:00:00Z', ends_by: null,
    parts: [
      { number: 1, management_unit_id: 'm1', seed: 1, state: 'running', node: 'alpha', since: '2026-03-01T09:00:01Z', seconds: 12 },
      { number: 2, management_unit_id: 'm2', seed: 1, state: 'lost', node: 'gamma', since: '2026-03-01T09:00:01Z', seconds: 12 },
      { number: 3, management_unit_id: 'm1', seed: 2, state: 'waiting', node: null, since: null, seconds: 0 },
    ],
  }],
};
const rest = { units: [{ id: 'm1', name: 'North' }, { id: 'm2', name: 'South' }], mayEdit: true, error: null, cancel: vi.fn() };
const full = (data: BuilderPool) => ({ state: 'full', data }) as const;

describe('BuildersView', () => {
  it('says who is free, who is at what, and whose builder is silent', () => {
    draw(<BuildersView pool={full(pool)} {...rest} />);
    expect(screen.getByText('Spring, North, seed 1')).toBeInTheDocument();
    expect(screen.getByText(/searched 12 s of 1 min/)).toBeInTheDocument();
    expect(screen.getByText('free')).toBeInTheDocument();
    expect(screen.getByText('gamma is silent')).toBeInTheDocument();
    expect(screen.getByText(/1 running, 1 waiting/)).toBeInTheDocument();
  });

  it('cancels after a question', async () => {
    const cancel = vi.fn();
    draw(<BuildersView pool={full(pool)} {...rest} cancel={cancel} />);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel build' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Cancel build' }).at(-1) ?? document.body);
    expect(cancel).toHaveBeenCalledWith(pool.jobs[0]);
  });

  it('says what to do where there is no builder and no job', () => {
    draw(<BuildersView pool={full({ builders: [], jobs: [] })} {...rest} />);
    expect(screen.getByText('No builder is alive')).toBeInTheDocument();
    expect(screen.getByText('Nothing to build')).toBeInTheDocument();
  });
});
