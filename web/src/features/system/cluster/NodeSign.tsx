import classes from './Cluster.module.css';
import { nodeRadius as r, type Standing } from './meshShape';

/** The shape of a node: disc, ring, diamond or crossed square, so that it can be told without its colour. */
export function NodeSign({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'answering':
      return <g><circle r={r} className={classes.disc} /><circle r={r + 4} className={classes.halo} /></g>;
    case 'linked':
    case 'live':
      return <circle r={r} className={classes.disc} />;
    case 'relayed':
      return <g><circle r={r} className={classes.ring} /><circle r={4} className={classes.disc} /></g>;
    case 'unreached':
      return <path d={`M0 ${-r - 3} L${r + 3} 0 L0 ${r + 3} L${-r - 3} 0 Z`} className={classes.warned} />;
    case 'silent':
      return (
        <g className={classes.gone}>
          <rect x={-r} y={-r} width={2 * r} height={2 * r} rx={2} />
          <path d="M-6 -6 L6 6 M-6 6 L6 -6" />
        </g>
      );
  }
}
