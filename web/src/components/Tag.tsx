import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconPencil, IconPoint, IconQuestionMark, type Icon } from '@tabler/icons-react';
import classes from './Tag.module.css';

const signs = {
  good: IconCheck, wait: IconClock, bad: IconAlertTriangle, off: IconBan, own: IconPencil, plain: IconPoint, unknown: IconQuestionMark,
} satisfies Record<string, Icon>;

export type TagKind = keyof typeof signs;

/** A state in a word; the sign says the same as the colour. */
export function Tag({ kind, children }: { kind: TagKind; children: string }) {
  const Sign = signs[kind];
  return <span className={classes.tag} data-kind={kind}><Sign size={12} aria-hidden /><span>{children}</span></span>;
}
