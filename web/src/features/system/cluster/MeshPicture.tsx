import { useId } from 'react';
import type { ClusterView } from '@/api/types';
import classes from './Cluster.module.css';
import { shapeOf, shortened, size, type Line, type Spot, type Standing } from './meshShape';
import { NodeSign } from './NodeSign';
import { describeMesh } from './sentences';

const meanings: Record<Standing, string> = {
  answering: 'answers this page',
  linked: 'linked',
  relayed: 'reached through relay',
  unreached: 'live, but not reached',
  live: 'live',
  silent: 'silent',
};

const lettersOfName = 11;

/** The mesh on a circle. Shape and word tell what colour tells; the tables beside it hold the same facts. */
export function MeshPicture({ view }: { view: ClusterView }) {
  const id = useId();
  const { spots, lines } = shapeOf(view);
  const present = (Object.keys(meanings) as Standing[]).filter((one) => spots.some((spot) => spot.standing === one));
  return (
    <figure className={classes.figureOfMesh}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} className={classes.mesh} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-words`}>
        <title id={`${id}-title`}>{`The mesh: ${spots.length} ${spots.length === 1 ? 'node' : 'nodes'}, ${lines.length} ${lines.length === 1 ? 'link' : 'links'}`}</title>
        <desc id={`${id}-words`}>{describeMesh(view)}</desc>
        {lines.map((line) => <Link key={`${line.from.name} ${line.to.name}`} line={line} />)}
        {spots.map((spot) => <Node key={spot.name} spot={spot} />)}
      </svg>
      <figcaption className={classes.legend}>
        {present.map((standing) => (
          <span key={standing} className={classes.meaning}>
            <svg viewBox="-18 -18 36 36" width={20} height={20} aria-hidden><NodeSign standing={standing} /></svg>
            {meanings[standing]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Link({ line: { from, to } }: { line: Line }) {
  return <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className={classes.link} data-link={`${from.name} ${to.name}`} />;
}

function Node({ spot: { name, standing, word, x, y, label } }: { spot: Spot }) {
  return (
    <g data-node={name} data-standing={standing}>
      <title>{`${name}: ${word}`}</title>
      <g transform={`translate(${x} ${y})`}><NodeSign standing={standing} /></g>
      <text x={label.x} y={label.y} textAnchor={label.anchor} className={classes.name}>
        {shortened(name, lettersOfName)}
        <tspan x={label.x} dy={15} className={classes.word}>{word}</tspan>
      </text>
    </g>
  );
}
