import type { AdherenceDay } from '@/api/types';
import { actualWords, stateWords } from '../stateWords';
import { verdictWords } from '../verdicts';
import type { Lane, LanePiece } from './Lanes';
import { windowAround, within, type Span } from './span';

const spanOf = ({ start, end }: { start: string; end: string }): Span => ({ start: Date.parse(start), end: Date.parse(end) });

/** What is drawn of a day: around all that was planned, told or out; a day without any of it is drawn whole. */
export function windowOfDay(day: AdherenceDay): Span {
  const told = day.events.map(({ at }) => Date.parse(at)).filter((at) => at >= Date.parse(day.from)).map((at) => ({ start: at, end: at }));
  const known = day.exceptions.filter(({ verdict }) => verdict !== 'unknown');
  const all = [...day.scheduled.map(spanOf), ...known.map(spanOf), ...told];
  return windowAround(all) ?? { start: Date.parse(day.from), end: Date.parse(day.to) };
}

/** Stretches side by side of which the same is to be said are one. */
function joined(pieces: readonly LanePiece[]): LanePiece[] {
  const all: LanePiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.end === piece.start && last.look === piece.look && last.words === piece.words) {
      all[all.length - 1] = { ...last, end: piece.end };
    } else {
      all.push(piece);
    }
  }
  return all;
}

/** What was planned, what was done, and what came of it. */
export function lanesOf(day: AdherenceDay, window: Span): Lane[] {
  const scheduled = day.scheduled.map((one) => ({ ...spanOf(one), words: one.name, look: one.category }));
  const actual = day.actual.map((one) => ({
    ...spanOf(one), words: one.counts_as === 'unknown' ? actualWords.unknown : stateWords(one), look: one.counts_as,
  }));
  const verdicts = day.judged.map((one) => ({ ...spanOf(one), words: verdictWords[one.verdict], look: one.verdict }));
  return [{ name: 'Scheduled', pieces: scheduled }, { name: 'Actual', pieces: actual }, { name: 'Verdict', pieces: joined(verdicts) }]
    .map(({ name, pieces }) => ({ name, pieces: pieces.flatMap((piece) => within(piece, window)) }));
}
