import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import type { EventSource, QuarantinedLine } from '@/api/types';
import { draw, itDrawsEveryState } from '@/testing';
import { someEventSource, someLine } from '../sample';
import { NewRun } from './NewRun';
import { QuarantineTable } from './QuarantineTable';
import { heldLines, offsetWords, replayedSentence } from './sentences';
import { SourceForm } from './SourceForm';
import { SourcesView, type SourcesViewProps } from './SourcesView';

const rest: Omit<SourcesViewProps, 'sources'> = { nameOf: (id) => (id === 't1' ? 'Bank' : undefined), onOpen: vi.fn(), onLines: vi.fn() };
const viewOf = (sources: EventSource[], props: Partial<SourcesViewProps> = {}) => <SourcesView {...rest} {...props} sources={{ state: 'full', data: sources }} />;
const calls: { url: string; body: unknown }[] = [];

// A list has no height where nothing is laid out.
beforeAll(() => {
  for (const side of ['clientHeight', 'clientWidth']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    calls.push({ url: request.url, body: request.method === 'GET' ? undefined : await request.text() });
    return Response.json({ ...someEventSource, run: 4 });
  });
});

describe('SourcesView', () => {
  itDrawsEveryState<EventSource[]>({
    view: (loaded) => <SourcesView {...rest} sources={loaded} />,
    permission: 'events:view',
    empty: { data: [], shows: /Nothing has sent events yet/ },
    full: { data: [someEventSource], shows: 'acd' },
  });

  it('tells how a source stands', () => {
    draw(viewOf([someEventSource]));
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('acdBank, any switch2 s ago35,8129,00112044150');
  });

  it('has a silent source first, and says since when in words', () => {
    draw(viewOf([someEventSource, { ...someEventSource, id: 's2', name: 'mute', silent: true, heard_seconds_ago: 300 }]));
    expect(screen.getAllByRole('row')[1]).toHaveTextContent(/^mute.*silentsince 08 Jun 2026/);
  });

  it('leads to what of a source is in quarantine', async () => {
    const onLines = vi.fn();
    draw(viewOf([someEventSource], { onLines }));
    await userEvent.click(screen.getByRole('button', { name: '15 of acd in quarantine' }));
    expect(onLines).toHaveBeenCalledWith('s1');
  });
});

describe('NewRun', () => {
  it('says what a new run means before it begins, and shows the lines that may go into it', async () => {
    const [onBegun, onReplay] = [vi.fn(), vi.fn()];
    draw(<NewRun source={someEventSource} mayEdit onBegun={onBegun} onReplay={onReplay} />);
    await userEvent.click(screen.getByRole('button', { name: 'Begin a new run' }));
    const dialog = screen.getByRole('dialog', { name: 'Begin run 4 of acd?' });
    expect(dialog).toHaveTextContent('if it has not begun anew, they are taken in twice');
    expect(dialog).toHaveTextContent('12 lines in quarantine');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Begin run 4' }));
    await waitFor(() => expect(onReplay).toHaveBeenCalledWith('s1'));
    expect(calls[0]?.url).toMatch(/events\/sources\/s1\/runs$/);
    expect(onBegun).toHaveBeenCalledOnce();
  });

  it('names the right that is missing', () => {
    draw(<NewRun source={someEventSource} mayEdit={false} onBegun={vi.fn()} onReplay={vi.fn()} />);
    expect(screen.getByRole('note', { name: 'This needs the permission events:edit' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Begin a new run' })).toBeDisabled();
  });
});

describe('SourceForm', () => {
  it('saves what was changed, and shows what was refused beside it', async () => {
    const refusal = new ApiProblem(400, 'Invalid', 'x', [{ field: 'clock_offset_ms', message: 'must be at most a day either way.' }]);
    const save = vi.fn((_: unknown, onError: (error: Error) => void) => onError(refusal));
    draw(<SourceForm source={someEventSource} switches={[]} readOnly={false} busy={false} error={null} save={save} reload={vi.fn()} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), ' two');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(save.mock.calls[0]?.[0]).toEqual({ name: 'acd two', any_switch: true, clock_offset_ms: -2_000 });
    expect(screen.getByRole('textbox', { name: /Clock offset/ })).toHaveAccessibleDescription(expect.stringContaining('at most a day'));
  });
});

describe('the quarantine', () => {
  const many: QuarantinedLine[] = Array.from({ length: 5_000 }, (_, index) => ({ ...someLine, id: index + 1 }));
  const tableOf = (items: QuarantinedLine[], chosen: ReadonlySet<number>, onChoose = vi.fn(), onOpen = vi.fn()) =>
    <QuarantineTable pages={{ items }} nameOf={() => 'acd'} chosen={chosen} onChoose={onChoose} onOpen={onOpen} />;

  it('tells of a line why, what, how often and when', async () => {
    const onOpen = vi.fn();
    draw(tableOf([someLine], new Set(), vi.fn(), onOpen));
    expect(screen.getAllByRole('row')[1]).toHaveTextContent(/^unknown agentacdagent is nobody.*"position":4.*708 Jun 2026.*08 Jun 2026/);
    await userEvent.click(screen.getByRole('button', { name: /"position":4/ }));
    expect(onOpen).toHaveBeenCalledWith(17);
  });

  it('draws five thousand as it draws fifty, and chooses one or all', async () => {
    const onChoose = vi.fn();
    draw(tableOf(many, new Set([2]), onChoose));
    expect(screen.getByRole('table', { name: 'Quarantine' })).toHaveAttribute('aria-rowcount', '5001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose line 1' }));
    expect([...(onChoose.mock.calls[0]?.[0] as Set<number>)]).toEqual([2, 1]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' }));
    expect((onChoose.mock.calls[1]?.[0] as Set<number>).size).toBe(5_000);
  });
});

describe('what is said of sources', () => {
  it.each([
    [{ lines: 15, accepted: 12, duplicates: 0, left: 3 }, '12 lines taken in, 3 still wrong.'],
    [{ lines: 2, accepted: 1, duplicates: 1, left: 0 }, '1 line taken in, 1 had come before, none left.'],
    [{ lines: 0, accepted: 0, duplicates: 0, left: 0 }, 'No line could be replayed: of these only a part, or a likeness, is kept.'],
  ])('tells of a replay %j', (replayed, sentence) => expect(replayedSentence(replayed)).toBe(sentence));

  it('counts what a filter lets through', () => {
    const sources = [someEventSource, { ...someEventSource, id: 's2', in_quarantine: { invalid: 5 } }];
    expect([heldLines(sources), heldLines(sources, 's2'), heldLines(sources, undefined, 'unknown_agent'), heldLines(sources, 's2', 'unknown_agent')]).toEqual([20, 5, 3, 0]);
  });

  it.each([[0, 'its clock is right'], [-2_000, 'its clock is 2 s ahead'], [500, 'its clock is 0.5 s behind']])('says of an offset of %s ms that %s', (offset, words) =>
    expect(offsetWords(offset)).toBe(words));
});
