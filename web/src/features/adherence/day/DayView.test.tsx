import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { AdherenceDay } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { someDay } from '../sample';
import { DayView, type DayViewProps } from './DayView';
import { windowOfDay } from './drawn';
import { hoursOf } from './span';

const approving = { may: true, approve: vi.fn(), takeBack: vi.fn(), isBusy: false, error: null };
const rest: Omit<DayViewProps, 'day'> = { now: Date.parse('2026-06-08T09:10:00Z'), times: { zone: 'Europe/Berlin', onOther: vi.fn() }, onDay: vi.fn(), approving };
const viewOf = (day: AdherenceDay, props: Partial<DayViewProps> = {}) => <DayView {...rest} day={{ state: 'full', data: day }} {...props} />;
const emptyDay: AdherenceDay = { ...someDay, versions: [], scheduled: [], events: [], exceptions: [], judged: [], actual: [] };
const rowsOf = (table: string) => within(screen.getByRole('table', { name: table })).getAllByRole('row').slice(1).map((row) => row.textContent);

describe('the day of an agent', () => {
  itDrawsEveryState<AdherenceDay>({
    view: (loaded) => <DayView {...rest} day={loaded} />,
    permission: 'adherence:view',
    full: { data: someDay, shows: 'Stretch by stretch' },
    empty: { data: emptyDay, shows: /Nothing was planned/ },
  });

  it('draws what was planned, what was done and what came of it, in words too', () => {
    draw(viewOf(someDay));
    expect(screen.getAllByRole('img').map((lane) => lane.getAttribute('aria-label'))).toEqual([
      'Scheduled: 09:00–12:00 Telephone, 12:00–12:30 Lunch',
      'Actual: 08:00–09:00 unknown, 09:00–11:09 Ready, 11:09–11:10 Idle (7)',
      'Verdict: 08:00–09:00 unknown, 09:00–11:09 in, 11:09–11:10 out',
    ]);
  });

  it('lists every event with its source, and how late it came', () => {
    draw(viewOf(someDay));
    expect(rowsOf('Events')).toEqual(['09:00:00Readyacd09:05:00 5 min 0 s late', '11:09:00Idle7acd11:09:00 ']);
  });

  it('lists each exception with its reason and the version of the schedule', () => {
    draw(viewOf(someDay));
    expect(rowsOf('Exceptions')).toEqual(['11:09:00–now1 min 0 sout−1Idle (7) instead of Telephone, which is on queue.2Approve']);
  });

  it('says which rule fired in each stretch', () => {
    draw(viewOf(someDay));
    expect(rowsOf('Stretches of the day')[2]).toContain('Scheduled on queue, and not there: negative impact.');
  });

  it('says which version the day is judged by, and whether the agent was told', () => {
    draw(viewOf(someDay));
    const [newest, first] = within(screen.getByRole('region', { name: 'Versions of the day' })).getAllByRole('listitem');
    expect(newest).toHaveTextContent('Version 2 of the day came with schedule version 12, by Paul');
    expect(newest).toHaveTextContent('The agent has not been told yet. It is judged by this one.');
    expect(first).toHaveTextContent('The agent was told');
  });

  it('sums up', () => {
    draw(viewOf(someDay));
    const sums = screen.getByLabelText('Totals of the day');
    expect(sums).toHaveTextContent('Adherence99.2 %');
    expect(sums).toHaveTextContent('Out1 min 0 s');
  });

  it('approves an exception with a reason', async () => {
    const approve = vi.fn();
    draw(viewOf(someDay, { approving: { ...approving, approve } }));
    await userEvent.click(screen.getByRole('button', { name: 'Approve from 11:09:00' }));
    expect(await screen.findByText('11:09:00 to 11:10:00 counts as explained. What goes on after that is still out.')).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), ' Fire drill {Enter}');
    expect(approve).toHaveBeenCalledWith({ start: '2026-06-08T09:09:00Z', end: '2026-06-08T09:10:00Z', note: 'Fire drill' });
  });

  it('says what is approved, by whom and why, and takes it back', async () => {
    const takeBack = vi.fn();
    const approvals = [{ id: 'p1', agent_id: 'a2', start: '2026-06-08T09:00:00Z', end: '2026-06-08T09:05:00Z', note: 'Fire drill', author: 'Sofia', at: '2026-06-08T09:06:00Z' }];
    draw(viewOf({ ...someDay, approvals }, { approving: { ...approving, takeBack } }));
    expect(screen.getByRole('region', { name: 'Approved' })).toHaveTextContent('11:00:00–11:05:00 Fire drill, by Sofia');
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Take back' }));
    expect(takeBack).toHaveBeenCalledWith('p1');
  });

  it('says which permission approving needs', () => {
    draw(viewOf(someDay, { approving: { ...approving, may: false } }));
    expect(screen.getByRole('button', { name: 'Approve from 11:09:00' })).toBeDisabled();
    expect(screen.getByRole('note', { name: 'This needs the permission adherence:approve' })).toBeInTheDocument();
  });

  it('goes to the day before and after, and to the other clock', async () => {
    const [onDay, onOther] = [vi.fn(), vi.fn()];
    draw(viewOf(someDay, { onDay, times: { zone: 'Europe/Lisbon', other: 'Europe/Berlin', onOther } }));
    await userEvent.click(screen.getByRole('button', { name: 'The day before' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show those of Europe/Berlin' }));
    expect(onDay).toHaveBeenCalledWith('2026-06-07');
    expect(onOther).toHaveBeenCalledOnce();
  });
});

it('draws a day around what happened, true to elapsed time where clocks change', () => {
  const window = windowOfDay({ ...emptyDay, from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' });
  expect((window.end - window.start) / 3_600_000).toBe(23);
  expect(hoursOf(window)).toHaveLength(12);
});
