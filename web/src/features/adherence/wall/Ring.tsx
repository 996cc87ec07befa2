import classes from './Rings.module.css';

/** An arc from one part of the ring to another, 0 to 1, clockwise from the top. */
export interface Arc {
  from: number;
  to: number;
  kind: 'good' | 'bad' | 'wait' | 'plain';
}

interface RingProps {
  name: string;
  /** What stands in the ring: "96.2 %". */
  value: string;
  /** What the value is made of, in a few words. */
  note: string;
  arcs: readonly Arc[];
}

const radius = 27;
const length = 2 * Math.PI * radius;

/** A figure of the unit and its share, which the words beside it say too. */
export function Ring({ name, value, note, arcs }: RingProps) {
  return (
    <div className={classes.ring} role="group" aria-label={`${name}: ${value}, ${note}`}>
      <div className={classes.drawn}>
        <svg viewBox="0 0 64 64" aria-hidden>
          <circle className={classes.track} cx="32" cy="32" r={radius} />
          {arcs.filter(({ from, to }) => to > from).map(({ from, to, kind }) => (
            <circle
              key={kind}
              className={classes.arc}
              data-kind={kind}
              cx="32"
              cy="32"
              r={radius}
              strokeDasharray={`${(to - from) * length} ${length}`}
              strokeDashoffset={-from * length}
            />
          ))}
        </svg>
        <span className={classes.value} data-long={value.length > 4 || undefined}>{value}</span>
      </div>
      <div className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.note}>{note}</span>
      </div>
    </div>
  );
}
