import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { preferenceQuery } from '@/api/preferences';
import { useRemember } from '@/api/useRemember';

/** Takes the theme over that the user chose on another machine; the browser keeps its own copy for the first paint. */
export function useServerTheme(): void {
  const { setColorScheme } = useMantineColorScheme();
  const theme = useQuery(preferenceQuery('shell')).data?.theme;
  useEffect(() => {
    if (theme) {
      setColorScheme(theme);
    }
  }, [theme, setColorScheme]);
}

interface ThemeChoice {
  theme: MantineColorScheme;
  choose: (theme: MantineColorScheme) => void;
}

export function useThemeChoice(): ThemeChoice {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const remember = useRemember('shell');
  const choose = (theme: MantineColorScheme) => {
    setColorScheme(theme);
    remember({ theme });
  };
  return { theme: colorScheme, choose };
}
