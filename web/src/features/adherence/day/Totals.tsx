import type { AdherenceDay } from '@/api/types';
import { formatDuration, formatNumber } from '@/lib/format';
import classes from './Day.module.css';

const percent = (value: number | null): string => (value === null ? '–' : `${formatNumber(value)} %`);

/** The sums of a day, as far as it is judged. */
export function Totals({ totals }: { totals: AdherenceDay['totals'] }) {
  const facts = [
    ['Adherence', percent(totals.adherence_percent)], ['Conformance', percent(totals.conformance_percent)], ['Scheduled', formatDuration(totals.scheduled)],
    ['In', formatDuration(totals.in)], ['Out', formatDuration(totals.out)], ['Unscheduled', formatDuration(totals.unscheduled)],
    ['Explained', formatDuration(totals.explained)], ['Unknown', formatDuration(totals.unknown)],
  ] as const;
  return (
    <section aria-label="Totals of the day">
      <dl className={classes.totals}>
        {facts.map(([name, value]) => <div key={name} data-zero={value === '0 s' || undefined}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </section>
  );
}
