import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { draw } from '@/testing';
import { BuildView } from './builds/BuildView';
import { Drawing } from './drawing/BuiltDrawing';
import { coverageOf, piecesOf, wordsOf } from './drawing/shifts';
import { someBuild, someDetails, someSchedule } from './sample';

vi.mock('./useScheduling', () => ({ useAsked: () => ({}) }));
vi.mock('@/components/useAddress', () => ({ useAddress: () => vi.fn() }));
vi.mock('@/api/loaded', () => ({ usePermitted: () => ({ state: 'full', data: someSchedule }) }));

const rest = { sites: [], forecast: undefined, mayEdit: true, error: null, isEnding: false, end: vi.fn(), onRebuild: vi.fn() };
const firstUnit = () => {
  const [unit] = someDetails.units;
  if (!unit) {
    throw new Error('The sample has a unit.');
  }
  return unit;
};

describe('shifts', () => {
  it('are read by turns of activity and minutes', () => {
    const pieces = piecesOf(someSchedule, someSchedule.agents[0]?.shifts[0] ?? []);
    expect(pieces.map(({ start, minutes, activity }) => [start, minutes, activity.name])).toEqual([[540, 210, ''], [750, 30, 'Lunch'], [780, 270, '']]);
  });

  it('are told in words, also over midnight', () => {
    const [ann, bea] = someSchedule.agents;
    expect(ann && wordsOf(someSchedule, ann, 0)).toBe('09:00–17:30, Lunch 12:30');
    expect(ann && wordsOf(someSchedule, ann, 1)).toBe('off');
    expect(bea && wordsOf(someSchedule, bea, 1)).toBe('22:00–06:00');
  });

  it('are told by the clock where clocks are moved', () => {
    const moved = { ...someSchedule, clock_changes: [{ day: 1, at_minute: 120, minutes: 60 }] };
    const [, bea] = moved.agents;
    const night = { id: 'a3', name: 'Cy', shifts: [[0, 1320, 480, 0, 480], [1, 420, 480, 0, 480], [2, 480, 480, 0, 480]] };
    expect(wordsOf(moved, night, 0)).toBe('22:00–07:00');
    expect(wordsOf(moved, night, 1)).toBe('08:00–16:00');
    expect(wordsOf(moved, night, 2)).toBe('08:00–16:00');
    expect(bea && piecesOf(moved, [2, 0, 60, 0, 60])[0]?.start).toBe(2820);
    expect(coverageOf(moved, 1, 1).required).toHaveLength(46);
  });

  it('cover what is required of the days that are looked at', () => {
    const { required, served } = coverageOf(someSchedule, 1, 1);
    expect([required.length, required[18], served[18]]).toEqual([48, 2, 1]);
  });
});

describe('BuildView', () => {
  it('says how good the schedule is and what was found', () => {
    draw(<BuildView details={someDetails} {...rest} />);
    expect(screen.getByText('97 %')).toBeInTheDocument();
    expect(screen.getByText('within 20 % of what is possible')).toBeInTheDocument();
    expect(screen.getByText(/Bo Lind/)).toBeInTheDocument();
    expect(screen.queryByText('Built from something else')).not.toBeInTheDocument();
  });

  it.each([
    [120, 50, 'at least 41.7 % of it cannot be avoided; of the rest it is not known yet'],
    [120, 0, 'less is better'],
    [120, null, 'less is better'],
  ])('says of a cost of %d with a bound of %s how much of it cannot be avoided', (cost, bound, words) => {
    draw(<BuildView details={{ ...someDetails, units: [{ ...firstUnit(), cost, bound }] }} {...rest} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('stops and keeps, as long as it goes on', async () => {
    const end = vi.fn();
    draw(<BuildView details={{ ...someDetails, build: { ...someBuild, state: 'running' } }} {...rest} end={end} />);
    await userEvent.click(screen.getByRole('button', { name: 'Stop and keep' }));
    expect(end).toHaveBeenCalledWith('stop');
  });

  it('says which of its input has changed', () => {
    draw(<BuildView details={{ ...someDetails, units: [{ ...firstUnit(), is_stale: true, changed: ['people', 'requirement'] }] }} {...rest} />);
    expect(screen.getByText('Built from something else')).toBeInTheDocument();
    expect(screen.getByText(/^Since then have changed: who is to be scheduled, the requirement\./)).toBeInTheDocument();
  });

  it('says what of an earlier build it builds anew', () => {
    const rebuild = { build_id: 'b0', agent_ids: ['a1'], days: ['2026-03-02', '2026-03-03'], locked: [{ agent_id: 'a1', day: '2026-03-02' }] };
    draw(<BuildView details={{ ...someDetails, build: { ...someBuild, rebuild } }} {...rest} />);
    expect(screen.getByText('1 agent on 2 days, less 1 locked, built anew; the rest is as in an earlier build.')).toBeInTheDocument();
  });

  it('offers a rebuild of parts of what is done', () => {
    draw(<BuildView details={someDetails} {...rest} />);
    expect(screen.getByRole('button', { name: 'Rebuild a part' })).toBeInTheDocument();
  });

  it('says why a unit could not be built', () => {
    const failed = { ...firstUnit(), state: 'failed', sentence: 'The unit is gone.', cost: null, breaches: null, progress: [] };
    draw(<BuildView details={{ ...someDetails, units: [failed] }} {...rest} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The unit is gone.');
  });
});

describe('Drawing', () => {
  it('is walked through by keys, and the chosen agent is told in words', async () => {
    draw(<Drawing build={someBuild} schedule={someSchedule} name="North" />);
    expect(screen.getByRole('status')).toHaveTextContent('Ann Lee: Mon 2 Mar 09:00–17:30, Lunch 12:30; Tue 3 Mar off');
    screen.getByRole('region', { name: /Shifts of North/ }).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('status')).toHaveTextContent('Bea Moss: Mon 2 Mar off; Tue 3 Mar 22:00–06:00');
  });
});
