import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toProblem } from '@/api/problem';
import { sessionQuery, useMay } from '@/api/session';
import { useLiveState, useLiveWhole } from '@/api/useLive';
import classes from './Frame.module.css';
import { pulseOf, type ClusterPulse } from './pulse';

const signs = { good: IconCircleCheck, bad: IconPlugConnectedX, wait: IconAlertTriangle };

/** Without a live connection, whether anything answers at all. */
const askedQuery = queryOptions({ ...sessionQuery, refetchInterval: 5_000, retry: false, refetchOnMount: false });

export function LivePill() {
  const { state, beat } = useLiveState();
  const cluster = useLiveWhole('cluster') as ClusterPulse | undefined;
  const isLost = state === 'lost' || state === 'signed out';
  const asked = useQuery({ ...askedQuery, enabled: isLost });
  const queries = useQueryClient();
  useEffect(() => {
    if (isLost) {
      void queries.invalidateQueries(sessionQuery);
    }
  }, [isLost, queries]);
  const pulse = pulseOf({ state, beat, cluster, answers: !asked.error || toProblem(asked.error).status > 0 });
  const Sign = signs[pulse.kind];
  const mayOpen = useMay('system:view');
  const words = (
    <>
      <Sign size={15} aria-hidden />
      <span>{pulse.text}</span>
    </>
  );
  return (
    // The live region surrounds the link: inside it, its words would be no part of the link's name.
    <div role="status" className={classes.live}>
      {mayOpen ? (
        <Tooltip label={`${pulse.text}. Opens System.`}>
          <Link to="/system/cluster" className={classes.pill} data-kind={pulse.kind}>{words}</Link>
        </Tooltip>
      ) : <span className={classes.pill} data-kind={pulse.kind}>{words}</span>}
    </div>
  );
}
