import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Restore } from '@/api/publishing';
import { namedDate } from '@/lib/dates';
import { draw, itDrawsEveryState } from '@/testing';
import { NoticesView } from './NoticesTable';
import { RevisionsView, type RevisionsViewProps } from './RevisionsView';
import { making, someConflict, someLook, someNotice, somePublished, someRevisions } from './sample';

const full = { state: 'full' as const, data: { items: someRevisions } };
const rest: RevisionsViewProps = {
  revisions: full, look: someLook, making: making<Restore>({}), mayPublish: true, onLook: vi.fn(), notices: (version) => <p>Told of {version}</p>,
};

describe('RevisionsView', () => {
  itDrawsEveryState({
    view: (revisions) => <RevisionsView {...rest} revisions={revisions} mayPublish={false} />,
    permission: 'schedule:view',
    empty: { data: { items: [] }, shows: /Nothing published yet/ },
    full: { data: full.data, shows: 'Version 4' },
  });

  it('looks at a version as it was, and says who was told of it', async () => {
    const onLook = vi.fn();
    draw(<RevisionsView {...rest} onLook={onLook} />);
    await userEvent.click(screen.getByRole('button', { name: 'As it was with version 3' }));
    expect(onLook).toHaveBeenCalledWith(3);
    await userEvent.click(screen.getByRole('button', { name: 'Who was told of version 3' }));
    expect(screen.getByText('Told of 3')).toBeInTheDocument();
  });

  it('asks before it takes a version back, and before it goes back to one', async () => {
    const start = vi.fn();
    draw(<RevisionsView {...rest} making={making({ start })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Take back version 4' }));
    expect(start).not.toHaveBeenCalled();
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
    expect(start).toHaveBeenCalledWith({ version: 4, request: { to: 'before', force_publish: false, note: '' }, settled: [] });
    expect(screen.queryByRole('button', { name: 'Go back to this version, 4' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Go back to this version, 3' })).toBeInTheDocument();
  });

  it('settles what others published since, day by day', async () => {
    const start = vi.fn();
    const { rerender } = draw(<RevisionsView {...rest} making={making({ start })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Take back version 3' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
    rerender(<RevisionsView {...rest} making={making({ start, conflicts: [someConflict] })} />);
    await userEvent.selectOptions(screen.getByLabelText(`What counts: Bo Lind, ${namedDate('2026-06-08')}`), 'Put back all the same');
    await userEvent.click(screen.getByRole('button', { name: 'Put back version 3' }));
    expect(start).toHaveBeenLastCalledWith(expect.objectContaining({
      version: 3, settled: [{ agent_id: 'a2', day: '2026-06-08', version: 3, choice: 'keep_draft' }],
    }));
    rerender(<RevisionsView {...rest} making={making({ start, conflicts: [{ ...someConflict, version: 5 }] })} />);
    expect(screen.getByRole('button', { name: 'Put back version 3' })).toBeDisabled();
    await userEvent.selectOptions(screen.getByLabelText(`What counts: Bo Lind, ${namedDate('2026-06-08')}`), 'Leave as it is');
    await userEvent.click(screen.getByRole('button', { name: 'Put back version 3' }));
    expect(start).toHaveBeenLastCalledWith(expect.objectContaining({ settled: [{ agent_id: 'a2', day: '2026-06-08', version: 5, choice: 'leave_out' }] }));
    rerender(<RevisionsView {...rest} making={making({ published: somePublished })} />);
    expect(screen.getByText('Applied on 4 of 4 nodes in 11 ms')).toBeInTheDocument();
  });

  it('offers nothing to whoever may only look', () => {
    draw(<RevisionsView {...rest} mayPublish={false} />);
    expect(screen.queryByRole('button', { name: /Take back/ })).not.toBeInTheDocument();
  });
});

describe('NoticesView', () => {
  itDrawsEveryState({
    view: (notices) => <NoticesView notices={notices} version={4} />,
    permission: 'schedule:view',
    full: { data: { items: [someNotice] }, shows: 'Ann Lee' },
  });

  it('tells what has arrived from what was acknowledged', () => {
    draw(<NoticesView notices={{ state: 'full', data: { items: [someNotice] } }} version={4} />);
    const [, row] = screen.getAllByRole('row');
    expect(row).toHaveTextContent('at short notice');
    expect(row).toHaveTextContent('not yet');
  });
});
