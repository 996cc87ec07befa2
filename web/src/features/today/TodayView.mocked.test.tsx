import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw, itDrawsEveryState } from '@/testing';
import { nowIn, shownIntervals } from './intervals';
import { blankDay, someDay } from './sample';
import { TodayView } from './TodayView';

vi.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: string }) => <a href="#there">{children}</a> }));

const full = (data = someDay) => <TodayView day={{ state: 'full', data }} isLost={false} />;

describe('TodayView', () => {
  itDrawsEveryState({
    view: (loaded) => <TodayView day={loaded} isLost={false} />,
    permission: 'forecast:view',
    empty: { data: blankDay, shows: /No forecast of today/ },
    full: { data: someDay, shows: 'Largest deviations' },
  });

  it('says the day in four figures', () => {
    draw(full());
    expect(screen.getByText('Contacts until 10:00').nextSibling).toHaveTextContent('192+20 % against 160 forecast; day 368 instead of 320');
    expect(screen.getByText('Service level so far').nextSibling).toHaveTextContent('70 %goal 80 % in 20 s; handle time 220 s, forecast 200 s');
    expect(screen.getByText('On queue now').nextSibling).toHaveTextContent('7−2 against 9 required, 8 scheduled');
    expect(screen.getByText('Service level at the end of the day').nextSibling).toHaveTextContent('72.4 %predicted; the rest of the day 75 %');
  });

  it('has a column for each interval that is open, and the variance below', () => {
    draw(full());
    const table = screen.getByRole('table', { name: 'The day by interval' });
    expect(within(table).getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['From', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
    const rows = within(table).getAllByRole('row', { name: /^variance/ }).map(({ textContent }) => textContent);
    expect(rows[0]).toBe('variance+8+8+8+8––––');
    expect(rows[2]).toBe('variance−12 %−12 %−12 %−12 %––––');
    expect(within(table).getByRole('columnheader', { name: '10:00' })).toHaveAttribute('aria-current', 'time');
  });

  it('reads the chart by keys', async () => {
    draw(full());
    const cursor = screen.getByRole('slider', { name: 'Contacts in 30 minutes at' });
    expect(cursor).toHaveAttribute('aria-valuetext', '10:00: forecast 40 · forecast again 44');
    cursor.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(cursor).toHaveAttribute('aria-valuetext', '09:30: forecast 40 · came 48');
    await userEvent.keyboard('{End}');
    expect(cursor).toHaveAttribute('aria-valuetext', '11:30: forecast 40 · forecast again 44');
  });

  it('says what is missing and what to do about it', () => {
    draw(full({ ...blankDay, unmapped_queues: [{ queue: 'lones', source: 'acd', offered: 12 }], notes: ['Cards: history is empty.'] }));
    expect(screen.getByText('No statistics of today')).toBeInTheDocument();
    expect(screen.getByText('No published schedule of today')).toBeInTheDocument();
    expect(screen.getByText(/lones of acd \(12 today\)/)).toBeInTheDocument();
    expect(screen.getByText('Cards: history is empty.')).toBeInTheDocument();
  });

  it('does not say of schedules that may not be seen that none is published', () => {
    draw(full({ ...blankDay, published: null }));
    expect(screen.queryByText('No published schedule of today')).not.toBeInTheDocument();
  });

  it('says that it is no longer live', () => {
    draw(<TodayView day={{ state: 'full', data: someDay }} isLost />);
    expect(screen.getByText(/as of 10:10:00/)).toBeInTheDocument();
  });
});

describe('the intervals of a day', () => {
  it('are those in which something is open, came, or somebody is there', () => {
    expect(shownIntervals(someDay)).toHaveLength(8);
    expect(shownIntervals(blankDay)).toEqual([]);
  });

  it('know which of them it is now', () => {
    const shown = shownIntervals(someDay);
    expect(nowIn(shown, '2026-06-08T08:10:00Z')).toBe(4);
    expect(nowIn(shown, '2026-06-08T09:59:00Z')).toBe(7);
    expect(nowIn(shown, '2026-06-08T10:00:00Z')).toBe(-1);
    expect(nowIn(shown, '2026-06-08T05:00:00Z')).toBe(-1);
  });
});
