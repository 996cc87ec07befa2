import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { createElement } from 'react';

/** Tells that a change is done: "Ada Lovelace is disabled". */
export function told(message: string): void {
  notifications.show({ message, color: 'teal', icon: createElement(IconCheck, { size: 16 }), autoClose: 6_000 });
}
