import { Box, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface NeedsPermissionProps {
  permission: string;
  granted: boolean;
  children: ReactNode;
}

/** Says beside a control that is refused which permission it needs; it can be reached by keyboard to be read. */
export function NeedsPermission({ permission, granted, children }: NeedsPermissionProps) {
  if (granted) {
    return children;
  }
  return (
    <Tooltip label={`This needs the permission ${permission}`}>
      <Box component="span" tabIndex={0} role="note" aria-label={`This needs the permission ${permission}`}>
        {children}
      </Box>
    </Tooltip>
  );
}
