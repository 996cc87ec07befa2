import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { toProblem } from '@/api/problem';
import { sessionQuery, useMay } from '@/api/session';
import { nodeQuery } from '@/api/system';
import classes from './Frame.module.css';
import { pulseOf } from './pulse';

const signs = { good: IconCircleCheck, bad: IconPlugConnectedX, wait: IconAlertTriangle };

/** Who may not see the node still learns whether the connection lives: the session is asked for instead. */
const pulseQuery = queryOptions({ ...sessionQuery, refetchInterval: 5_000, retry: false, refetchOnMount: false });

export function LivePill() {
  const may = useMay('system:view');
  const node = useQuery({ ...nodeQuery, enabled: may });
  const session = useQuery({ ...pulseQuery, enabled: !may });
  const asked = may ? node : session;
  const pulse = pulseOf({
    node: node.data,
    answers: asked.error ? toProblem(asked.error).status > 0 : asked.data !== undefined,
    asking: asked.isPending,
  });
  const Sign = signs[pulse.kind];
  return (
    // The live region surrounds the link: inside it, its words would be no part of the link's name.
    <div role="status" className={classes.live}>
      <Tooltip label={`${pulse.text}. Opens System.`}>
        <Link to="/system/node" className={classes.pill} data-kind={pulse.kind}>
          <Sign size={15} aria-hidden />
          <span>{pulse.text}</span>
        </Link>
      </Tooltip>
    </div>
  );
}
