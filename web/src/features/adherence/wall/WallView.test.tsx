import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Wall } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { emptyWall, outSince, someAgent, someWall, unknownAgent } from '../sample';
import { WallView, type WallViewProps } from './WallView';

const rest: Omit<WallViewProps, 'wall'> = {
  clock: { ahead: 0, stoppedAt: undefined }, stopped: undefined, isLost: false, times: { zone: 'Europe/Berlin', onOther: vi.fn() }, units: [], shown: undefined,
  search: '', found: '', onUnit: vi.fn(), onShown: vi.fn(), onSearch: vi.fn(), onStop: vi.fn(), onOpen: vi.fn(),
};
const viewOf = (props: Partial<WallViewProps>, wall: Wall = someWall) => <WallView {...rest} wall={{ state: 'full', data: wall }} {...props} />;
const rows = () => within(screen.getByRole('table', { name: 'Adherence now' })).getAllByRole('row').slice(1);
const names = () => rows().map((row) => within(row).getByRole('button').textContent);

// A list has no height where nothing is laid out.
beforeAll(() => {
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});
afterEach(() => void vi.useRealTimers());

describe('the wall', () => {
  itDrawsEveryState<Wall>({
    view: (loaded) => <WallView {...rest} wall={loaded} />,
    permission: 'adherence:view',
    full: { data: someWall, shows: 'Holm, Ada' },
    empty: { data: emptyWall, shows: /Nobody to watch/ },
  });

  it('has the longest alarm first, then whom nobody knows of, then the others', () => {
    draw(viewOf({}));
    expect(names()).toEqual(['Berg, Cleo', 'Adler, Bo', 'Zorn, Kai', 'Holm, Ada']);
  });

  it('says of each what is planned, what is done, since when, and what comes next', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-08T09:10:05Z') });
    draw(viewOf({}));
    expect(rows()[1]).toHaveTextContent('Adler, BoEarlyout−1TelephoneIdle (7), break11:09:001:0512:00 Lunch');
  });

  it('tells unknown apart from out in words, and never as an alarm', () => {
    draw(viewOf({ shown: 'unknown' }));
    expect(names()).toEqual(['Zorn, Kai']);
    const [row] = rows();
    expect(row).toHaveTextContent('unknown');
    expect(row).toHaveTextContent('not heard of');
    expect(row?.querySelector('[data-cell=alarm]')).toBeEmptyDOMElement();
    expect(row).toHaveAttribute('data-place', 'unknown');
  });

  it('misses nobody who is off', () => {
    draw(viewOf({ shown: 'unknown' }, { ...someWall, agents: [{ ...unknownAgent, scheduled: null }] }));
    expect(screen.getByRole('heading', { name: 'Nobody is unknown' })).toBeInTheDocument();
  });

  it('shows only who is out when asked to, and says so when that is nobody', async () => {
    const onShown = vi.fn();
    draw(viewOf({ onShown, shown: 'out' }));
    expect(names()).toEqual(['Berg, Cleo', 'Adler, Bo']);
    expect(screen.getByRole('button', { name: 'Only out 2' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'All 4' }));
    expect(onShown).toHaveBeenCalledWith(undefined);
    draw(viewOf({ shown: 'out' }, { ...someWall, agents: [someAgent] }));
    expect(screen.getByRole('heading', { name: 'Nobody is out' })).toBeInTheDocument();
  });

  it('finds agents by name, team, activity and state', () => {
    draw(viewOf({ found: 'early idle ber' }));
    expect(names()).toEqual(['Berg, Cleo']);
  });

  it('says when nobody matches', () => {
    draw(viewOf({ found: 'nobody' }));
    expect(screen.getByRole('heading', { name: 'Nobody matches' })).toBeInTheDocument();
  });

  it('shows how the unit stands in four rings, in words too', () => {
    draw(viewOf({}));
    expect(screen.getAllByRole('group').map((ring) => ring.getAttribute('aria-label')).slice(0, 4)).toEqual([
      'Adherence: 33.3 %, 2 agents out', 'Impact: −2, 2 fewer, 0 more at work', 'Scheduled: 4, on queue, of 4 agents', 'Actual: 1, on queue, of 4 scheduled; 1 agent unknown',
    ]);
  });

  it('does not say that nobody is out where somebody works unscheduled', () => {
    draw(viewOf({}, { ...someWall, figures: { ...someWall.figures, adherence_percent: 100, out: 0, unscheduled: 1 } }));
    expect(screen.getByRole('group', { name: 'Adherence: 100 %, nobody out, 1 unscheduled' })).toBeInTheDocument();
  });

  it('counts the seconds of alarms without drawing anything else anew', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-08T09:09:59Z') });
    draw(viewOf({}));
    const [, row] = rows();
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((list) => changes.push(...list));
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    expect(row).toHaveTextContent('0:59');
    act(() => void vi.advanceTimersByTime(2_000));
    changes.push(...watch.takeRecords());
    expect(row).toHaveTextContent('1:01');
    expect(changes.every(({ target }) => (target.nodeType === Node.TEXT_NODE ? target.parentElement : target as Element)?.closest('[data-cell=alarm]'))).toBe(true);
  });

  it('counts by the clock of the server', () => {
    vi.useFakeTimers({ now: Date.parse('2026-06-08T07:09:30Z') });
    draw(viewOf({ clock: { ahead: 7_200_000, stoppedAt: undefined } }));
    expect(rows()[1]).toHaveTextContent('0:30');
  });

  it('stands still while it is paused, and says what it does not show', async () => {
    const onStop = vi.fn();
    vi.useFakeTimers({ now: Date.parse('2026-06-08T09:40:00Z'), toFake: ['Date'] });
    draw(viewOf({ onStop, stopped: { changed: 3 }, clock: { ahead: 0, stoppedAt: Date.parse(someWall.as_of) } }));
    expect(screen.getByRole('status')).toHaveTextContent('Paused at 11:10:00, 3 agents have changed since');
    expect(rows()[1]).toHaveTextContent('1:00');
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(onStop).toHaveBeenCalledWith(false);
  });

  it('says that the live connection is lost, and as of when it is', () => {
    draw(viewOf({ isLost: true }));
    expect(screen.getByRole('alert')).toHaveTextContent('What is shown is as of 11:10:00');
  });

  it('says which source is silent, and leads to it whoever may see it', async () => {
    const onSource = vi.fn();
    const silent = { ...someWall, silent_sources: [{ source: 'acd', last_heard: '2026-06-08T09:00:00Z' }] };
    draw(viewOf({ onSource }, silent));
    expect(screen.getByText(/has told nothing since 11:00:00: what its agents do is unknown/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'acd' }));
    expect(onSource).toHaveBeenCalledWith('acd');
    draw(viewOf({}, silent));
    expect(screen.getAllByRole('button', { name: 'acd' })).toHaveLength(1);
  });

  it('opens the day of an agent, and goes from one to the next by arrow keys', async () => {
    const onOpen = vi.fn();
    draw(viewOf({ onOpen }));
    screen.getByRole('button', { name: 'Berg, Cleo' }).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenCalledWith('a2');
  });

  it('draws five thousand as it draws fifty', () => {
    const agents = Array.from({ length: 5_000 }, (_, index) => outSince(`g${index}`, `Agent ${index}`, new Date(Date.parse('2026-06-08T09:00:00Z') - index * 1_000).toISOString()));
    draw(viewOf({}, { ...someWall, agents }));
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
    expect(names()[0]).toBe('Agent 4999');
    expect(rows().length).toBeLessThan(60);
  });
});
