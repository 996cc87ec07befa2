import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { App } from './App';
import { createQueries } from './queries';
import { createAppRouter } from './router';

const session = {
  user: { id: 'u1', user_name: 'sue', display_name: 'Sue', email: null }, must_change_password: false, permissions: [], grants: [],
  units: [{ unit_ids: ['b1', 'm1'], permissions: ['organization:view', 'forecast:view'] }],
  expires_at: '2999-01-01T00:00:00Z', agent_id: null, why_no_agent: null,
};
const unit = (id: string) => ({ id, name: `Unit ${id}`, zone: 'UTC', week_start: 'monday', removed_at: null, tenant_id: 't1' });
const lists: Record<string, unknown[]> = { 'business-units': [unit('b0'), unit('b1'), unit('b2')] };

it('shows whoever holds rights in one unit the pages and the unit that they open, and no other', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v2/wfm', '');
    asked.push(path + new URL(request.url).search);
    const kind = path.split('/organization/')[1];
    return Promise.resolve(path === '/session' ? Response.json(session) : kind ? Response.json({ items: lists[kind] ?? [] }) : Response.json({ value: null }));
  });
  vi.stubGlobal('WebSocket', class { static OPEN = 1; readyState = 0; close = vi.fn(); });
  window.history.replaceState(null, '', '/today');
  const queries = createQueries();
  render(<App queries={queries} router={createAppRouter(queries)} />);

  const units = await screen.findByLabelText('Business unit');

  expect([...units.querySelectorAll('option')].map(({ text }) => text)).toEqual(['Unit b1']);
  const areas = new Set(screen.getAllByRole('link').map((link) => link.textContent));
  expect(areas).toContain('Forecast');
  expect(areas).not.toContain('Schedule');
  expect(areas).not.toContain('System');
  expect(asked.filter((path) => path.startsWith('/intraday'))).toEqual(['/intraday?business_unit_id=b1']);
});
