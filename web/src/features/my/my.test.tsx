import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { namedDate } from '@/lib/dates';
import { draw, itDrawsEveryState } from '@/testing';
import { CalendarLink } from './CalendarLink';
import { changedDays, momentOf, monthDays, myDaysOf, paidMinutes, presentDay } from './days';
import { MyView, type MyViewProps } from './MyView';
import { someNotices, someSchedule } from './sample';
import { readMySearch } from './search';

const zone = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const noon = at('2026-06-08T12:10:00+02:00');
const mine = myDaysOf(someSchedule, zone);
const rest: MyViewProps = {
  near: { state: 'full', data: someSchedule }, shown: someSchedule, notices: [], isNobody: undefined, span: 'week', at: undefined, open: undefined, zone,
  now: noon, saying: { seen: vi.fn(), isSaying: false, error: null }, onSpan: vi.fn(), onMove: vi.fn(), onOpen: vi.fn(),
  calendar: { calendar: { state: 'full', data: { created_at: null, last_read_at: null } }, address: undefined, make: vi.fn(), remove: vi.fn(), isBusy: false, error: null },
};

describe('the moment', () => {
  it.each([
    ['2026-06-08T07:40:00+02:00', 'Begins at 09:00, in 1 h 20 min', 'Next: Phone at 09:00'],
    ['2026-06-08T12:10:00+02:00', 'Lunch until 12:30, for 20 min more', 'Then Phone until 17:00'],
    ['2026-06-08T18:00:00+02:00', 'Done for today', `Next: Phone ${namedDate('2026-06-10')}, 22:00`],
    ['2026-06-09T08:00:00+02:00', 'Free today', `Next: Phone ${namedDate('2026-06-10')}, 22:00`],
    ['2026-06-11T07:00:00+02:00', 'Nothing more is planned so far.', undefined],
  ])('at %s is %s', (now, sentence, next) => expect(momentOf(mine, at(now))).toEqual({ sentence, next }));

  it('is last night’s while the night lasts', () => {
    const after = myDaysOf({ ...someSchedule, today: '2026-06-11' }, zone);
    expect(presentDay(after, at('2026-06-11T03:00:00+02:00'))).toBe('2026-06-10');
    expect(presentDay(after, at('2026-06-11T07:00:00+02:00'))).toBe('2026-06-11');
  });
});

it('pays what counts, and lunch is not paid', () => {
  expect(paidMinutes(mine, ['2026-06-08', '2026-06-10'])).toBe(450 + 480);
});

it('tells each day from what was known to what is', () => {
  expect(changedDays(someNotices).map(({ day, before, after, isShort, by }) => [day, before?.[0]?.start, after[0]?.start, isShort, by.length])).toEqual([
    ['2026-06-08', '2026-06-08T10:00:00+02:00', '2026-06-08T09:00:00+02:00', true, 2],
    ['2026-06-10', undefined, '2026-06-10T22:00:00+02:00', false, 1],
  ]);
});

it('draws whole weeks of a month', () => {
  const days = monthDays('2026-06-08', 'monday');
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-06-01', '2026-07-05', 35]);
  expect(monthDays('2026-06-08', 'sunday')[0]).toBe('2026-05-31');
});

it('reads its address, and nothing that is none', () => {
  expect(readMySearch({ span: 'year', day: '2026-13-01', clock: 'unit' })).toEqual({ clock: 'unit' });
  expect(readMySearch({ span: 'month', day: '2026-06-08' })).toEqual({ span: 'month', day: '2026-06-08' });
});

describe('MyView', () => {
  itDrawsEveryState({
    view: (near) => <MyView {...rest} near={near} shown={undefined} />,
    permission: 'my_schedule:view',
    full: { data: someSchedule, shows: 'Lunch until 12:30, for 20 min more' },
  });

  it('marks what goes on now, and what is over', () => {
    draw(<MyView {...rest} />);
    const today = screen.getByRole('region', { name: `Today, ${namedDate('2026-06-08')}` });
    const [over, now] = within(today).getAllByRole('listitem');
    expect(over).toHaveTextContent('09:00–12:00');
    expect(now).toHaveAttribute('aria-current', 'time');
    expect(screen.getByText('15 h 30 min paid')).toBeInTheDocument();
  });

  it('shows what changed before and after, and says once that it was seen', async () => {
    const seen = vi.fn();
    draw(<MyView {...rest} notices={someNotices} saying={{ seen, isSaying: false, error: null }} />);
    const changed = screen.getByRole('region', { name: '2 days have changed' });
    const [first, second] = within(changed).getAllByRole('listitem');
    expect(first).toHaveTextContent('at short notice');
    expect(first).toHaveTextContent('10:00–18:00 PhoneIs09:00–17:00 Phone, 12:00–12:30 Lunch');
    expect(second).toHaveTextContent('new');
    await userEvent.click(screen.getByRole('button', { name: 'I have seen it' }));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('keeps many changes short until they are asked for', async () => {
    const many = ['10', '11', '12', '13', '14', '15'].map((day) => ({ day: `2026-06-${day}`, is_short: false, before: null, after: [] }));
    draw(<MyView {...rest} notices={someNotices.slice(1).map((notice) => ({ ...notice, changes: many }))} />);
    const changed = within(screen.getByRole('region', { name: '6 days have changed' }));
    expect(changed.getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(changed.getByRole('button', { name: 'Show the other 3 days' }));
    expect(changed.getAllByRole('listitem')).toHaveLength(6);
  });

  it('opens a day of the week, and goes through weeks', async () => {
    const [onOpen, onMove] = [vi.fn(), vi.fn()];
    draw(<MyView {...rest} onOpen={onOpen} onMove={onMove} />);
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`^${namedDate('2026-06-10')}`) }));
    expect(onOpen).toHaveBeenCalledWith('2026-06-10');
    await userEvent.click(screen.getByRole('button', { name: 'Later' }));
    expect(onMove).toHaveBeenCalledWith('2026-06-15');
  });

  it('walks through a month by arrow keys', async () => {
    const onOpen = vi.fn();
    draw(<MyView {...rest} span="month" at="2026-06-08" onOpen={onOpen} />);
    screen.getByRole('button', { name: `${namedDate('2026-06-08')}: 09:00–17:00` }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowRight}');
    expect(screen.getByRole('button', { name: `${namedDate('2026-06-09')}: Free` })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledWith('2026-06-09');
    expect(screen.getByRole('button', { name: `${namedDate('2026-06-11')}: Not planned yet` })).toBeInTheDocument();
  });

  it('says why an account has no schedule', () => {
    draw(<MyView {...rest} isNobody="ada is no agent, and so has no schedule." />);
    expect(screen.getByRole('heading', { name: 'No schedule is yours yet' })).toBeInTheDocument();
  });
});

describe('CalendarLink', () => {
  const none = { ...rest.calendar, make: vi.fn(), remove: vi.fn() };
  const made: typeof none = { ...none, calendar: { state: 'full', data: { created_at: '2026-06-08T10:00:00Z', last_read_at: null } } };

  itDrawsEveryState({
    view: (calendar) => <CalendarLink {...none} calendar={calendar} />,
    permission: 'my_schedule:view',
    full: { data: { created_at: null, last_read_at: null }, shows: 'Get the address' },
  });

  it('shows an address that was just made, to copy and to open', () => {
    draw(<CalendarLink {...made} address="https://plan.example/calendar/x.ics" />);
    expect(screen.getByText('https://plan.example/calendar/x.ics')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy the address' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open in a calendar' })).toHaveAttribute('href', 'webcal://plan.example/calendar/x.ics');
  });

  it('asks before an address ends', async () => {
    draw(<CalendarLink {...made} />);
    expect(screen.getByText(/Last read by a calendar/)).toHaveTextContent('not yet');
    await userEvent.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(made.remove).not.toHaveBeenCalled();
    await userEvent.click(within(screen.getByRole('dialog', { name: 'Remove it' })).getByRole('button', { name: 'Remove it' }));
    expect(made.remove).toHaveBeenCalledOnce();
  });
});
