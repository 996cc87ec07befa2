import classes from './Chart.module.css';

const all = {
  actual: 'What came',
  volume: 'Forecast',
  band: '80 % range',
  wide: '95 % range',
  again: 'Rest of the day, forecast again',
  machine: 'Machine’s, without layers',
  agents: 'Agents required',
} as const;

export type Sign = keyof typeof all;

/** What the lines of a chart are. */
export function Legend({ signs, names = {} }: { signs: readonly Sign[]; names?: Partial<Record<Sign, string>> }) {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {signs.map((sign) => (
        <li key={sign}>
          <svg width={22} height={12} aria-hidden>
            {sign === 'band' || sign === 'wide' || sign === 'agents'
              ? <rect x={1} y={1} width={20} height={10} className={classes[sign]} />
              : <line x1={0} x2={22} y1={6} y2={6} className={classes[sign]} />}
          </svg>
          {names[sign] ?? all[sign]}
        </li>
      ))}
    </ul>
  );
}
