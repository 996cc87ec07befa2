import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, client } from './client';
import { forecastsKey } from './forecasts';
import type { AgentGroup, SharedRequirement, SimulatedDay } from './types';

/** People by the planning groups they can serve. */
export const agentGroupsQuery = (forecast: string, date: string) =>
  queryOptions({
    queryKey: [...forecastsKey, 'agent-groups', forecast, date],
    queryFn: async ({ signal }) =>
      (await answer(client.GET('/api/v2/wfm/forecasts/{id}/simulation/agent-groups', { params: { path: { id: forecast }, query: { date } }, signal }))).items,
    staleTime: 60_000,
  });

interface AskedInterval {
  date: string;
  time: string;
  agent_groups: AgentGroup[];
}

/** The fewest agents of several groups together in one interval; who aborts ends the search on the server too. */
export const requireShared = (forecast: string, body: AskedInterval, signal: AbortSignal): Promise<SharedRequirement> =>
  answer(client.POST('/api/v2/wfm/forecasts/{id}/simulation/requirement', { params: { path: { id: forecast } }, body: { ...body, calls: 40_000 }, signal }));

export interface AskedDay {
  date: string;
  from: string;
  to: string;
  agent_groups: AgentGroup[];
}

/** What given agents reach in a part of a day. */
export const useSimulateDay = (forecast: string) =>
  useMutation({
    mutationFn: (body: AskedDay): Promise<SimulatedDay> =>
      answer(client.POST('/api/v2/wfm/forecasts/{id}/simulation/what-if', { params: { path: { id: forecast } }, body })),
  });
