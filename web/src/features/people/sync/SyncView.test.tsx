import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { draw, itDrawsEveryState } from '@/testing';
import { someIssue, someNow, someRun, someSource } from '../sample';
import { heldRun, lagText } from './sentences';
import { SourceForm } from './SourceForm';
import { SyncView, type SyncViewProps } from './SyncView';

const rest: Omit<SyncViewProps, 'sources'> = {
  issues: { state: 'full', data: { items: [] } }, mayEdit: true, now: someNow, onOpen: vi.fn(), onChanged: vi.fn(),
};
const quiet = [{ source: someSource, runs: [] }];

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ title: 'Not signed in' }, { status: 401 })));
});

describe('SyncView', () => {
  itDrawsEveryState({
    view: (loaded) => <SyncView {...rest} sources={loaded} />,
    permission: 'synchronization:view',
    empty: { data: [], shows: /No sources yet/ },
    full: { data: quiet, shows: 'hr' },
  });

  it('tells how a source stands', () => {
    draw(<SyncView {...rest} sources={{ state: 'full', data: quiet }} />);
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('hrdirectoryfollowing0.2 s2 s ago1 h ago3,0002');
    expect(screen.getByRole('heading', { name: 'Nothing to look at' })).toBeInTheDocument();
  });

  it('asks before it approves a held run', async () => {
    draw(<SyncView {...rest} sources={{ state: 'full', data: [{ source: someSource, runs: [someRun] }] }} />);
    expect(screen.getByRole('region', { name: 'A run of hr is held' })).toHaveTextContent('It would end 120 of 3000 people.');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(screen.getByRole('dialog', { name: 'Approve' })).toHaveTextContent('The employment of 120 people ends.');
  });
});

describe('Issues', () => {
  it('joins two who may be one, or keeps them apart', async () => {
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      bodies.push(await request.json());
      return Response.json(someIssue);
    });
    const issues = [{ ...someIssue, agent_id: null }];
    draw(<SyncView {...rest} issues={{ state: 'full', data: { items: issues } }} sources={{ state: 'full', data: quiet }} />);
    expect(screen.getByRole('button', { name: 'Keep apart' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'Join as one' }));
    await waitFor(() => expect(bodies).toEqual([{ join_with: 'g2' }]));
  });
});

describe('what is said of sources', () => {
  it('names the run that waits, unless a later one has looked again', () => {
    expect(heldRun([{ ...someRun, kind: 'plan', state: 'done' }, someRun])).toBe(someRun);
    expect(heldRun([{ ...someRun, state: 'done' }, someRun])).toBeUndefined();
  });

  it.each([[null, 'unknown'], [0.04, '0.0 s'], [-3, '0.0 s'], [75, '1 min 15 s']])('writes a lag of %s as %s', (seconds, text) =>
    expect(lagText(seconds)).toBe(text));
});

describe('SourceForm', () => {
  it('asks for what its type needs, and shows what was refused beside it', async () => {
    const refusal = new ApiProblem(400, 'Invalid', 'x', [{ field: 'settings.folder', message: 'is required for a folder.' }]);
    const save = vi.fn((_: unknown, onError: (error: Error) => void) => onError(refusal));
    draw(<SourceForm readOnly={false} busy={false} error={null} save={save} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'files');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'folder');
    await userEvent.click(screen.getByRole('checkbox', { name: 'email' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create source' }));
    expect(save.mock.calls[0]?.[0]).toMatchObject({ name: 'files', type: 'folder', level: 2, owned_by_wfm: ['email'], settings: { folder: null, tenant: null } });
    expect(screen.getByRole('textbox', { name: 'Folder' })).toHaveAccessibleDescription(expect.stringContaining('is required for a folder.'));
  });
});
