/** Every screen's address. Main's links (`href` of checks and to-dos) use the same ones. */
export const paths = {
  overview: '/',
  scheme: '/scheme',
  gaps: '/gaps',
  selfReview: '/self-review',
  /** One unit's 六问对标. */
  selfReviewOf: (unit: string): string => `/self-review?unit=${encodeURIComponent(unit)}`,
  registers: '/registers',
  /** The register with one item open. */
  registerItem: (id: number): string => `/registers?item=${id}`,
  slips: '/slips',
  slip: (id: number): string => `/slips?slip=${id}`,
  cadence: '/cadence',
  statements: '/statements',
  submissions: '/submissions',
  templates: '/templates',
  adjustments: '/adjustments',
  /** The form of an instant reward with the unit, and what for, filled in. */
  reward: (unit: string, reason = ''): string =>
    `/adjustments?add=1&instant=1&unit=${encodeURIComponent(unit)}&reason=${encodeURIComponent(reason)}`,
  evaluation: '/evaluation',
  evaluationOf: (id: number): string => `/evaluation/${id}`,
  honours: '/honours',
  decisions: '/decisions',
  ranking: '/ranking',
  races: '/races',
  boards: '/boards',
  units: '/units',
  review: '/review',
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
  /** The review meeting on the projector. */
  reviewShow: '/show/review',
  /** Marks of an evaluation on the projector, hidden until revealed. */
  evaluationShow: (id: number): string => `/show/evaluation/${id}`,
  trial: '/trial',
  settings: '/settings'
} as const
