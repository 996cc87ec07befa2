import { createTheme, Tooltip, type CSSVariablesResolver } from '@mantine/core';

/** What a field is for stands below it, so that fields beside each other keep one line. */
const field = { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } };

const font = '"Inter Variable", system-ui, sans-serif';

/** Dense and calm: 13 px text, small radii, one accent; every pair of colours passes WCAG AA. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: {
    petrol: [
      '#e8f4f8', '#cfe5ec', '#9fcbd8', '#6cafc3', '#4397b1', '#2a87a5', '#1a7795', '#0b6580', '#08546b', '#044255',
    ],
    dark: [
      '#dfe4ea', '#c3cbd5', '#9eaab8', '#6b7786', '#3d4753', '#2e3742', '#232b34', '#181e25', '#12171d', '#0b0f13',
    ],
  },
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: Tooltip.extend({ defaultProps: { multiline: true, maw: 300, events: { hover: true, focus: true, touch: true } } }),
    TextInput: { defaultProps: { ...field.defaultProps, size: 'sm' } },
    NumberInput: field,
    NativeSelect: field,
    // A list opens when somebody asks for it, not to whoever passes on the way through a form.
    Select: { defaultProps: { ...field.defaultProps, openOnFocus: false } },
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Textarea: field,
  },
});

/** Names for the few colours that Mantine has none for, and a dimmed text that can be read. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--muster-rail': '#0f2733', '--muster-rail-text': '#cfe0e8', '--muster-rail-active': '#1d4253' },
  light: {
    '--mantine-color-dimmed': '#5b6671',
    '--mantine-color-placeholder': '#6a7580',
    '--muster-page': '#f4f6f8',
    '--muster-sunken': '#f4f6f8',
    '--muster-line': '#e3e7eb',
    '--muster-more': '#c3cbd5',
    // Mantine's own light badges are too pale to read on a light page.
    '--mantine-color-teal-light-color': '#0a5f46',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-red-light-color': '#a3160d',
    // And its errors.
    '--mantine-color-error': '#b42318',
    '--muster-good': '#0a6b4f',
    '--muster-wait': '#8a5300',
    '--muster-bad': '#b42318',
    '--muster-accent': '#0b6580',
  },
  dark: {
    '--mantine-color-dimmed': '#9eaab8',
    '--mantine-color-placeholder': '#8d99a7',
    '--mantine-color-anchor': '#7fc3d8',
    '--muster-page': '#12171d',
    '--muster-sunken': '#12171d',
    '--muster-line': '#2e3742',
    '--muster-more': '#3d5261',
    '--mantine-color-error': '#ff9d92',
    // Mantine's are darker than a panel, like holes in it, or glaring in an alert.
    '--mantine-color-gray-light': '#2e3742',
    '--mantine-color-gray-light-color': '#dfe4ea',
    '--mantine-color-petrol-light': '#16323d',
    '--mantine-color-petrol-light-color': '#9fcbd8',
    '--mantine-color-yellow-light': '#4a3110',
    '--mantine-color-yellow-light-color': '#f6d08a',
    '--mantine-color-red-light': '#4d1d1d',
    '--mantine-color-red-light-color': '#ffb4ab',
    '--muster-good': '#5cc9a3',
    '--muster-wait': '#f0b860',
    '--muster-bad': '#ff9d92',
    '--muster-accent': '#6cafc3',
    '--muster-rail': '#0b1218',
    '--muster-rail-active': '#1b303c',
  },
});
