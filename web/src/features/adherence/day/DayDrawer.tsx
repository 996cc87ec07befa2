import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DayPanel } from './DayPanel';

const route = getRouteApi('/framed/adherence/wall/agents/$agent/$date');

/** The day of an agent, open over the wall; the address names both. */
export function DayDrawer() {
  const { agent, date } = route.useParams();
  const { clock } = route.useSearch();
  const navigate = useNavigate();
  return (
    <DayPanel
      agent={agent}
      date={date}
      clock={clock}
      onClose={() => void navigate({ to: '/adherence/now', search: true })}
      onDay={(next) => void navigate({ to: '/adherence/agents/$agent/$date', params: { agent, date: next }, search: true })}
    />
  );
}
