import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Publish } from '@/api/publishing';
import { namedDate } from '@/lib/dates';
import type { Published } from '@/api/types';
import { draw } from '@/testing';
import { PublishView, type PublishViewProps } from './PublishView';
import { making, someConflict, someDifferences, someLook, somePublished } from './sample';

const rest: PublishViewProps = { draftId: 'd1', differences: someDifferences, look: someLook, making: making<Publish>({}), mayForce: true, close: vi.fn(), breaches: { count: 0, agents: 0, items: [] } };
const inTheWay = { ...someDifferences, conflicts: [someConflict] };

describe('PublishView', () => {
  it('says what changes for how many people, and publishes all of it', async () => {
    const start = vi.fn();
    draw(<PublishView {...rest} making={making({ start })} />);
    expect(screen.getByText('4 days of 3 people in North change.')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Note'), 'For June');
    await userEvent.click(screen.getByRole('button', { name: 'Publish 4 days of 3 people' }));
    expect(start).toHaveBeenCalledWith({ draft: 'd1', request: { note: 'For June', force_publish: false, wait: 'applied' }, settled: [] });
  });

  it('publishes some people and days only, and finds people by name', async () => {
    const start = vi.fn();
    draw(<PublishView {...rest} making={making({ start })} />);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Ann Lee' }));
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2026-06-08' } });
    await userEvent.click(screen.getByRole('button', { name: 'Publish 2 days of 2 people' }));
    expect(start.mock.calls[0]?.[0]).toMatchObject({ request: { agent_ids: ['a2', 'a3'], days: ['2026-06-08'] } });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find people' }), 'cleo');
    expect(screen.queryByRole('checkbox', { name: 'Ann Lee' })).not.toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'All who are found' })).toBeChecked();
  });

  it('shows both sides of a conflict, and publishes once each is settled', async () => {
    const start = vi.fn();
    draw(<PublishView {...rest} differences={inTheWay} making={making({ start })} />);
    const conflicts = screen.getByRole('region', { name: 'Conflicts' });
    expect(within(conflicts).getByText(`Bo Lind, ${namedDate('2026-06-08')}`)).toBeInTheDocument();
    expect(within(conflicts).getByText(/Published by Paul/)).toBeInTheDocument();
    expect(within(conflicts).getByRole('img', { name: '10:00–18:00 Phone' })).toBeInTheDocument();
    expect(within(conflicts).getByRole('img', { name: '08:00–16:00 Phone' })).toBeInTheDocument();
    const go = screen.getByRole('button', { name: 'Publish 4 days of 3 people' });
    expect(go).toBeDisabled();
    await userEvent.selectOptions(within(conflicts).getByLabelText(`What counts: Bo Lind, ${namedDate('2026-06-08')}`), 'Take what is published');
    await userEvent.click(go);
    expect(start.mock.calls[0]?.[0]).toMatchObject({ settled: [{ agent_id: 'a2', day: '2026-06-08', version: 3, choice: 'take_published' }] });
  });

  it('settles all at once, and those that a publish has met', async () => {
    const start = vi.fn();
    draw(<PublishView {...rest} making={making({ start, conflicts: [someConflict] })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Keep all of the draft' }));
    expect(screen.getByText('All are settled.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Publish 4 days of 3 people' }));
    expect(start.mock.calls[0]?.[0]).toMatchObject({ settled: [{ choice: 'keep_draft' }] });
  });

  it('says that nothing was published only once it was tried', () => {
    const { rerender } = draw(<PublishView {...rest} differences={inTheWay} />);
    expect(screen.getByRole('alert')).not.toHaveTextContent('Nothing was published.');
    rerender(<PublishView {...rest} differences={inTheWay} making={making({ conflicts: [someConflict] })} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was published.');
  });

  it('goes on with the conflicts that follow once the first are settled', async () => {
    const load = vi.fn();
    const many = { ...inTheWay, agent_days: 4, conflict_count: 1_501 };
    draw(<PublishView {...rest} differences={many} more={{ load, loading: false }} />);
    expect(screen.getByRole('alert')).toHaveTextContent('1,501 days changed in two places');
    expect(screen.getByRole('alert')).toHaveTextContent('Here are the first 1 of 1,501; the others follow when these are settled.');
    const next = screen.getByRole('button', { name: 'Go on with the next 1,000' });
    expect(next).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Keep all of the draft' }));
    expect(screen.getByRole('button', { name: 'Publish 4 days of 3 people' })).toBeDisabled();
    await userEvent.click(next);
    expect(load).toHaveBeenCalledOnce();
  });

  it('says which rules the draft breaks before it is published', async () => {
    const breaches = { count: 201, agents: 2, items: [{ agent_id: 'a1', agent_name: 'Ann Lee', day: '2026-06-08', rule: 'min_rest_minutes', sentence: 'Ann Lee rests too short.' }] };
    const { rerender } = draw(<PublishView {...rest} breaches={undefined} />);
    expect(screen.getByText(/Looking for rules/)).toBeInTheDocument();
    rerender(<PublishView {...rest} breaches="unknown" />);
    expect(screen.getByText(/could not be looked for/)).toBeInTheDocument();
    rerender(<PublishView {...rest} breaches={breaches} />);
    await userEvent.click(screen.getByText(/The draft breaks 201 rules of work plans, of 2 people/));
    expect(screen.getByText(/Ann Lee rests too short/)).toBeInTheDocument();
    expect(screen.getByText('And 200 rules more.')).toBeInTheDocument();
    rerender(<PublishView {...rest} />);
    expect(screen.getByText('The draft breaks no rule of a work plan.')).toBeInTheDocument();
  });

  it('warns before it puts aside what others published', async () => {
    const start = vi.fn();
    draw(<PublishView {...rest} differences={inTheWay} making={making({ start })} />);
    await userEvent.click(screen.getByRole('switch', { name: 'Publish over the changes of others' }));
    expect(screen.getByRole('alert')).toHaveTextContent('What Paul published is put aside');
    await userEvent.click(screen.getByRole('button', { name: 'Publish 4 days over what others published' }));
    expect(start.mock.calls[0]?.[0]).toMatchObject({ request: { force_publish: true }, settled: [] });
  });

  it('asks anew where a day has changed again since it was settled', async () => {
    const start = vi.fn();
    const { rerender } = draw(<PublishView {...rest} differences={inTheWay} making={making({ start })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Keep all of the draft' }));
    expect(screen.getByText('All are settled.')).toBeInTheDocument();
    rerender(<PublishView {...rest} differences={{ ...someDifferences, conflicts: [{ ...someConflict, version: 4 }] }} making={making({ start })} />);
    expect(screen.getByText('1 still to be settled.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Publish 4 days of 3 people' })).toBeDisabled();
  });

  it('forces nothing once there is nothing to force, or what cannot be forced', async () => {
    const start = vi.fn();
    const { rerender } = draw(<PublishView {...rest} differences={inTheWay} making={making({ start })} />);
    await userEvent.click(screen.getByRole('switch', { name: 'Publish over the changes of others' }));
    rerender(<PublishView {...rest} differences={{ ...someDifferences, conflicts: [{ ...someConflict, version: null }] }} making={making({ start })} />);
    expect(screen.getByRole('button', { name: 'Publish 4 days of 3 people' })).toBeDisabled();
    rerender(<PublishView {...rest} making={making({ start })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Publish 4 days of 3 people' }));
    expect(start.mock.calls[0]?.[0]).toMatchObject({ request: { force_publish: false } });
  });

  it('names the permission that force takes', () => {
    draw(<PublishView {...rest} differences={inTheWay} mayForce={false} />);
    expect(screen.getByRole('switch', { name: 'Publish over the changes of others' })).toBeDisabled();
    expect(screen.getByRole('note', { name: 'This needs the permission schedule:force_publish' })).toBeInTheDocument();
  });

  it('shows the receipt with every node', () => {
    draw(<PublishView {...rest} making={making({ published: somePublished })} />);
    expect(screen.getByText('Applied on 4 of 4 nodes in 11 ms')).toBeInTheDocument();
    expect(screen.getByText('Version 4: 4 days of 3 people, 1 day merged')).toBeInTheDocument();
    expect(within(screen.getByRole('table', { name: 'Nodes' })).getAllByText('applied')).toHaveLength(4);
  });

  it('names who has not said that it has it, and asks again', async () => {
    const askAgain = vi.fn();
    const applied = { ...somePublished.applied, complete: false } as NonNullable<Published['applied']>;
    draw(<PublishView {...rest} making={making({ askAgain, published: { ...somePublished, applied, pending: ['d'] } })} />);
    expect(screen.getByText('Applied on 3 of 4 nodes in 11 ms')).toBeInTheDocument();
    expect(screen.getByText(/d has not said so yet/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(askAgain).toHaveBeenCalledOnce();
  });

  it('says that a long publish goes on, and when there is nothing to publish', () => {
    const { rerender } = draw(<PublishView {...rest} making={making({ isPending: true })} />);
    expect(screen.getByRole('status')).toHaveTextContent('Publishing 4 days of 3 people');
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    const progress = { days: 210_000, days_written: 84_000, version: null, applied: null };
    rerender(<PublishView {...rest} making={making({ isPending: true, progress })} />);
    expect(screen.getByRole('progressbar', { name: '84,000 of 210,000 days written' })).toHaveAttribute('value', '84000');
    const nodes = ['applied', 'pending', 'left'].map((state) => ({ node: state, state, took_ms: null }));
    const applied = { scope: 'schedules', timeline: 1, version: 7, complete: false, took_ms: 0, nodes };
    rerender(<PublishView {...rest} making={making({ isPending: true, progress: { ...progress, version: 7, applied } })} />);
    expect(screen.getByRole('progressbar', { name: 'Version 7 is published; applied on 1 of 2 nodes' })).toHaveAttribute('value', '1');
    rerender(<PublishView {...rest} differences={{ ...someDifferences, agent_days: 0, changes: [], merged: [] }} />);
    expect(screen.getByRole('heading', { name: 'Nothing to publish' })).toBeInTheDocument();
  });
});
