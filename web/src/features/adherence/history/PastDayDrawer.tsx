import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DayPanel } from '../day/DayPanel';

const route = getRouteApi('/framed/adherence/history/agents/$agent/$date');

/** The day of an agent, open over the history; the address names both. */
export function PastDayDrawer() {
  const { agent, date } = route.useParams();
  const { clock } = route.useSearch();
  const navigate = useNavigate();
  return (
    <DayPanel
      agent={agent}
      date={date}
      clock={clock}
      onClose={() => void navigate({ to: '/adherence/history', search: true })}
      onDay={(next) => void navigate({ to: '/adherence/history/agents/$agent/$date', params: { agent, date: next }, search: true })}
    />
  );
}
