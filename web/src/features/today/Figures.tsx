import type { ReactNode } from 'react';
import type { IntradayDay } from '@/api/types';
import { formatNumber } from '@/lib/format';
import classes from './Today.module.css';
import { clockAt, count, people, percent, signed } from './words';

/** The day in four figures. */
export function Figures({ day }: { day: IntradayDay }) {
  const { figures, goal, zone, known_until: until } = day;
  const { so_far: came, forecast_so_far: said } = figures;
  const off = said && said.offered > 0 ? came.offered / said.offered - 1 : null;
  const missing = figures.on_queue !== null && figures.required !== null ? figures.on_queue - figures.required : null;
  const goalText = goal ? `goal ${formatNumber(goal.service_level * 100)} % in ${formatNumber(goal.seconds)} s` : 'each planning group has its own goal';
  const isShort = (level: number | null) => goal !== null && level !== null && level < goal.service_level;
  return (
    <dl className={classes.figures}>
      <Figure name={until ? `Contacts until ${clockAt(until, zone)}` : 'Contacts so far'} value={until ? count(came.offered) : count(null)}>
        {!until ? `${figures.forecast_day ? `${count(figures.forecast_day.offered)} forecast of the day; ` : ''}nothing told yet` : said ? `${signed(off, percent)} against ${count(said.offered)} forecast; day ${count(figures.day.offered)} instead of ${count(figures.forecast_day?.offered)}` : 'no forecast of the day'}
      </Figure>
      <Figure name="Service level so far" value={percent(came.service_level)} bad={isShort(came.service_level)}>
        {came.handle_seconds === null ? goalText : `${goalText}; handle time ${count(came.handle_seconds)} s, forecast ${count(said?.handle_seconds)} s`}
      </Figure>
      <Figure name="On queue now" value={people(figures.on_queue)} bad={missing !== null && missing <= -1}>
        {missing === null ? `${people(figures.required)} required` : `${signed(missing, people)} against ${people(figures.required)} required`}, {people(figures.scheduled)} scheduled
      </Figure>
      <Figure name="Service level at the end of the day" value={percent(figures.predicted_service_level)} bad={isShort(figures.predicted_service_level)}>
        {figures.predicted_service_level === null ? 'takes a forecast and a published schedule' : `predicted; ${figures.rest ? `the rest of the day ${percent(figures.rest.service_level)}` : 'the day is over'}`}
      </Figure>
    </dl>
  );
}

function Figure({ name, value, bad = false, children }: { name: string; value: string; bad?: boolean; children: ReactNode }) {
  return (
    <div className={classes.figure} data-bad={bad || undefined}>
      <dt>{name}</dt>
      <dd><strong>{value}</strong><small>{children}</small></dd>
    </div>
  );
}
