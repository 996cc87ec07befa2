import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Session } from '@/api/types';
import { App } from './App';
import { createQueries } from './queries';
import { createAppRouter } from './router';

const session: Session = {
  user: { id: 'u1', user_name: 'ada', display_name: 'Ada Lovelace', email: null }, must_change_password: false, permissions: [], units: [], grants: [],
  expires_at: '2999-01-01T00:00:00Z', agent_id: null, why_no_agent: null,
};
const root = '/api/v2/wfm';
let signedIn: Session | undefined;
const asked: string[] = [];

/** A server that knows the session and nothing else. */
async function server(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(root, '');
  asked.push(`${request.method} ${path}`);
  if (path === '/session' && request.method === 'POST') {
    signedIn = session;
    return Response.json(session);
  }
  if (path === '/session/password') {
    await request.json();
    signedIn = session;
    return new Response(null, { status: 204 });
  }
  if (!signedIn) {
    return Response.json({ title: 'Not signed in', status: 401 }, { status: 401 });
  }
  if (path === '/session') {
    return Response.json(signedIn);
  }
  return Response.json({ value: null });
}

function open(path: string) {
  window.history.replaceState(null, '', path);
  asked.length = 0;
  const queries = createQueries();
  const router = createAppRouter(queries);
  render(<App queries={queries} router={router} />);
  return { queries, router };
}

/** A live connection on which nothing is said. */
class Silence {
  static OPEN = 1;
  readyState = 0;
  close = vi.fn();
}

beforeEach(() => {
  signedIn = undefined;
  vi.stubGlobal('fetch', server);
  vi.stubGlobal('WebSocket', Silence);
});

it('leads through the sign-in page back to the address that was asked for', async () => {
  const { router } = open('/system/users?search=ada');
  await userEvent.type(await screen.findByLabelText('User name'), 'ada');
  await userEvent.type(screen.getByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByRole('heading', { name: 'System' })).toBeInTheDocument();
  expect(router.state.location.href).toBe('/system/users?search=ada');
});

it('names the tab of the browser after the page', async () => {
  signedIn = { ...session, permissions: ['forecast:view', 'system:view'] };
  const { router } = open('/system/node');
  await vi.waitFor(() => expect(document.title).toBe('Node · System · Muster'));
  await router.navigate({ to: '/reports' });
  await vi.waitFor(() => expect(document.title).toBe('Reports · Muster'));
});

it('leads from an unknown address to where the session begins', async () => {
  signedIn = { ...session, permissions: ['my_schedule:view'] };
  open('/no/such/page');
  expect(await screen.findByRole('link', { name: 'Go to My schedule' })).toHaveAttribute('href', '/my');
});

it('does not ask for what the session may not see', async () => {
  signedIn = session;
  open('/system/users');
  expect(await screen.findByText('users:view')).toBeInTheDocument();
  expect(asked).not.toContain('GET /users');
});

it('asks for no schedule of somebody who is no agent, and says why there is none', async () => {
  signedIn = { ...session, permissions: ['my_schedule:view'], why_no_agent: 'ada is no agent, and so has no schedule.' };
  open('/my');
  expect(await screen.findByRole('heading', { name: 'No schedule is yours yet' })).toBeInTheDocument();
  expect(screen.getByText('ada is no agent, and so has no schedule.')).toBeInTheDocument();
  expect(asked.filter((one) => one.includes(' /my/'))).toEqual([]);
});

it('opens no page before the first password is changed', async () => {
  signedIn = { ...session, must_change_password: true };
  open('/reports');
  await screen.findByRole('heading', { name: 'Choose your own password' });
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('Present password'), 'old');
  await userEvent.type(screen.getByLabelText('New password'), 'new one');
  await userEvent.type(screen.getByLabelText('New password again'), 'new one{Enter}');
  expect(await screen.findByRole('heading', { name: 'Reports' })).toBeInTheDocument();
});

it('leads to the sign-in page when the session ends, and remembers the place', async () => {
  signedIn = { ...session, permissions: ['system:view'] };
  const { queries, router } = open('/forecast');
  await screen.findByRole('heading', { name: 'Forecast' });
  signedIn = undefined;
  await queries.refetchQueries({ queryKey: ['preferences'] });
  expect(await screen.findByRole('heading', { name: 'Sign in to Muster' })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ return_to: '/forecast/volume' });
});
