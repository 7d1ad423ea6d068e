/** Every screen's address. Main's links (`href` of checks and to-dos) use the same ones. */
export const paths = {
  overview: '/',
  scheme: '/scheme',
  gaps: '/gaps',
  submissions: '/submissions',
  adjustments: '/adjustments',
  ranking: '/ranking',
  units: '/units',
  unit: (code: string): string => `/unit/${encodeURIComponent(code)}`,
  /** A unit with the trace of one indicator open. */
  unitIndicator: (code: string, indicator: string): string =>
    `/unit/${encodeURIComponent(code)}?indicator=${encodeURIComponent(indicator)}`,
  schemeIndicator: (indicator: string): string => `/scheme?indicator=${encodeURIComponent(indicator)}`,
  import: '/import',
  report: '/report',
  settings: '/settings'
} as const
