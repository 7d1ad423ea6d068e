/** Every screen's address. Main's links (`href` of checks and to-dos) use the same ones. */
export const paths = {
  overview: '/',
  scheme: '/scheme',
  gaps: '/gaps',
  submissions: '/submissions',
  templates: '/templates',
  adjustments: '/adjustments',
  decisions: '/decisions',
  ranking: '/ranking',
  boards: '/boards',
  units: '/units',
  year: '/year',
  unit: (code: string): string => `/unit/${encodeURIComponent(code)}`,
  /** A unit with the trace of one indicator open. */
  unitIndicator: (code: string, indicator: string): string =>
    `/unit/${encodeURIComponent(code)}?indicator=${encodeURIComponent(indicator)}`,
  schemeIndicator: (indicator: string): string => `/scheme?indicator=${encodeURIComponent(indicator)}`,
  schemeEdit: (draft: number): string => `/scheme/edit/${draft}`,
  import: '/import',
  batch: (id: number): string => `/import/batch/${id}`,
  report: '/report',
  reportTemplates: '/report/templates',
  reportTemplate: (id: number): string => `/report/templates/${id}`,
  /** Full screen, outside of the shell. */
  display: '/display',
  trial: '/trial',
  settings: '/settings'
} as const
