import type { AdherenceSeconds } from '@/api/types';
import { formatNumber } from '@/lib/format';
import classes from './History.module.css';
import { formatHours } from './rows';

const percent = (value: number | null): string => (value === null ? '–' : `${formatNumber(value)} %`);

/** The sums of everything that is looked at. */
export function Figures({ seconds }: { seconds: AdherenceSeconds }) {
  const facts = [
    ['Adherence', percent(seconds.adherence_percent)], ['Conformance', percent(seconds.conformance_percent)], ['Scheduled, h', formatHours(seconds.scheduled)],
    ['Out, h', formatHours(seconds.out)], ['Explained, h', formatHours(seconds.explained)], ['Unknown, h', formatHours(seconds.unknown)],
  ] as const;
  return (
    <dl className={classes.figures} aria-label="Sums">
      {facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
