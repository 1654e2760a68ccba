import { createTheme, type MantineColorsTuple } from '@mantine/core'

const ACCENT: MantineColorsTuple = [
  '#eef6f7',
  '#e4f0f2',
  '#c3dde2',
  '#97c3cb',
  '#66a4af',
  '#3d8794',
  '#226f7d',
  '#0b5563',
  '#09474f',
  '#06363e',
]

/** The look of the product: white and calm, one dark blue-green accent. The other colours stand in `base.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent: ACCENT },
  black: '#14212b',
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
})
