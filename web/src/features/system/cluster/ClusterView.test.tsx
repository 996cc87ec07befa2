import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import type { ClusterView as Cluster } from '@/api/types';
import { ClusterView } from './ClusterView';
import { pictureOf, someLease, someNode, someView } from './sample';

const show = (changes: Partial<Cluster> = {}, mayEdit = true) =>
  draw(<ClusterView cluster={{ state: 'full', data: pictureOf({ ...someView, ...changes }) }} mayEdit={mayEdit} />);
const row = (table: string, name: string) =>
  within(screen.getByRole('table', { name: table })).getByRole('row', { name: new RegExp(`^${name}`) });
const button = () => screen.getByRole('button', { name: 'Hand over housekeeping' });

async function handOverTo(name: string) {
  await userEvent.click(button());
  await userEvent.selectOptions(await screen.findByLabelText('Who shall have housekeeping'), name);
  await userEvent.click(screen.getByRole('button', { name: `Hand over to ${name}` }));
}

describe('ClusterView', () => {
  itDrawsEveryState({
    view: (loaded) => <ClusterView cluster={loaded} mayEdit />,
    permission: 'system:view',
    empty: { data: pictureOf({ ...someView, nodes: [] }), shows: /No node has told/ },
    full: { data: pictureOf(someView), shows: 'housekeeping' },
  });

  it('draws the mesh with a name and a description', () => {
    show();
    const mesh = screen.getByRole('img', { name: 'The mesh: 3 nodes, 2 links' });
    expect(mesh).toHaveAccessibleDescription(/Links: a to b and b to c\./);
    expect([...mesh.querySelectorAll('[data-standing]')].map((node) => node.getAttribute('data-standing'))).toEqual(['answering', 'linked', 'relayed']);
  });

  it('tells in the table what the drawing shows', () => {
    show({ nodes: [...someView.nodes, someNode('d', { live: false }), someNode('e', { hops: null })] });
    expect(row('Nodes', 'a')).toHaveTextContent('this node');
    expect(row('Nodes', 'c')).toHaveTextContent('relay, 2 links');
    expect(row('Nodes', 'd')).toHaveTextContent('silent');
    expect(row('Nodes', 'd')).toHaveTextContent('unknown while silent');
    expect(row('Nodes', 'e')).toHaveTextContent('not reached');
  });

  it('warns of two live nodes with one name', () => {
    show({ nodes: [...someView.nodes, someNode('b', { incarnation: 200 })] });
    expect(screen.getByRole('alert')).toHaveTextContent('2 live nodes call themselves b: incarnations 98 and 200.');
  });

  it('puts processes away that were replaced under their name, until asked', async () => {
    show({ nodes: [someNode('b', { incarnation: 1, live: false }), ...someView.nodes] });
    expect(screen.queryByText('replaced')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier processes: 1' }));
    expect(screen.getByText('replaced')).toBeInTheDocument();
  });

  it('invites to kill what runs here to be tried, and nothing elsewhere', () => {
    show();
    expect(screen.queryByRole('region', { name: 'Break it' })).not.toBeInTheDocument();
    cleanup();
    show({ nodes: [someNode('a', { process_id: 4711, answering: true }), someNode('b', { process_id: null, live: false })] });
    const invitation = within(screen.getByRole('region', { name: 'Break it' }));
    expect(invitation.getByText('kill -9 4711')).toBeInTheDocument();
    expect(invitation.getAllByRole('button', { name: /^Copy/ })).toHaveLength(1);
  });

  it('raises its voice when a read was stale', () => {
    show({ consistency: { ...someView.consistency, stale: 2 } });
    expect(screen.getByRole('alert')).toHaveTextContent('Stale reads older than 1 s: 2 of 12,345.');
  });

  it('says why the mesh is off and what it could not reach', () => {
    show({ mesh: { on: false, sentence: 'The mesh is off: Server:WebEvents is false.', links: [], troubles: [{ address: 'http://x:7070', reason: 'Refused.' }] } });
    expect(screen.getByText('The mesh is off: Server:WebEvents is false.')).toBeInTheDocument();
    expect(screen.getByText('http://x:7070').parentElement).toHaveTextContent('http://x:7070: Refused.');
    expect(row('Nodes', 'b')).toHaveTextContent('no mesh');
  });
});

describe('handing over', () => {
  it('asks whom, and says how it ended', async () => {
    const fetch = vi.fn<(request: Request) => Promise<Response>>(() => Promise.resolve(Response.json({ ...someLease, holder: 'c', epoch: 4 })));
    vi.stubGlobal('fetch', fetch);
    show();
    await handOverTo('c');
    expect(await screen.findByText(/^c has housekeeping after [\d,]+ ms\.$/)).toBeInTheDocument();
    const [request] = fetch.mock.calls[0] ?? [];
    expect(await request?.json()).toEqual({ to: 'c' });
    expect(request?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('says that it is under way', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    show();
    await handOverTo('b');
    expect(screen.getByText('Handing housekeeping to b …')).toBeInTheDocument();
  });

  it('shows the reason of the server when it is refused', async () => {
    const detail = 'c does not wait for housekeeping.\nMaybe choose one that does: b.';
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ title: 'In the way', status: 409, detail }, { status: 409 })));
    show();
    await handOverTo('c');
    expect(await screen.findByRole('alert')).toHaveTextContent('c does not wait for housekeeping.');
  });

  it('cannot be asked for when nobody waits, and says so', () => {
    show({ leases: [{ ...someLease, waiting: [] }] });
    expect(button()).toBeDisabled();
    expect(screen.getByText('No other node waits for housekeeping.')).toBeInTheDocument();
  });

  it('needs system:edit, and says so', () => {
    show({}, false);
    expect(button()).toBeDisabled();
    expect(screen.getByRole('note', { name: 'This needs the permission system:edit' })).toBeInTheDocument();
  });
});
