import type { ReactNode } from 'react';
import { clockIn } from '@/lib/activities';
import classes from './Lanes.module.css';
import { hoursOf, type Span } from './span';

/** A stretch of a lane; what it is in words, and how it looks. */
export interface LanePiece extends Span {
  words: string;
  look: string;
}

export interface Lane {
  name: string;
  pieces: readonly LanePiece[];
}

interface LanesProps {
  lanes: readonly Lane[];
  window: Span;
  zone: string;
  /** A line at this moment. */
  now: number;
}

/** Narrower pieces, in parts of the window, have no room for words; the tables below say all of it. */
const narrow = 0.06;

/** What was planned, what was done and what came of it, on one clock and true to elapsed time. */
export function Lanes({ lanes, window, zone, now }: LanesProps) {
  const share = (at: number) => (at - window.start) / (window.end - window.start);
  const percent = (part: number) => `${part * 100}%`;
  const hours = hoursOf(window);
  return (
    <div className={classes.lanes}>
      <div className={classes.hours} aria-hidden>
        {hours.map((at, index) => (
          <span key={at} className={classes.hour} data-odd={index % 2 === 1 || undefined} data-edge={at === window.end || undefined} style={{ left: percent(share(at)) }}>{clockIn(zone, at)}</span>
        ))}
      </div>
      {lanes.map(({ name, pieces }) => (
        <Row key={name} name={name} words={wordsOf(pieces, zone)}>
          {hours.slice(1).map((at) => <span key={at} className={classes.grid} style={{ left: percent(share(at)) }} />)}
          {pieces.map((piece) => {
            const width = share(piece.end) - share(piece.start);
            return (
              <span
                key={piece.start}
                className={classes.piece}
                data-look={piece.look}
                data-narrow={width < narrow || undefined}
                title={`${clockIn(zone, piece.start)}–${clockIn(zone, piece.end)} ${piece.words}`}
                style={{ left: percent(share(piece.start)), width: percent(width) }}
              >
                {width >= narrow && piece.words}
              </span>
            );
          })}
          {now >= window.start && now < window.end && <span className={classes.now} style={{ left: percent(share(now)) }} />}
        </Row>
      ))}
    </div>
  );
}

function Row({ name, words, children }: { name: string; words: string; children: ReactNode }) {
  return (
    <>
      <span className={classes.name} aria-hidden>{name}</span>
      <div className={classes.lane} role="img" aria-label={`${name}: ${words}`}>{children}</div>
    </>
  );
}

/** What a lane says to those who do not see it. */
function wordsOf(pieces: readonly LanePiece[], zone: string): string {
  return pieces.map(({ start, end, words }) => `${clockIn(zone, start)}–${clockIn(zone, end)} ${words}`).join(', ') || 'nothing';
}
