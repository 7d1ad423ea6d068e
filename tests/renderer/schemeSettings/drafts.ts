import text from '../../../resources/presets/sports-bureau.scheme.json?raw'
import type { Draft } from '../../../renderer/src/features/schemeEditor/editorTab.ts'

/** The bundled sports bureau as a draft: 14 departments and 9 affiliates. */
export const bureauDraft = JSON.parse(text) as Draft

/** Two units, one group, one race with one indicator that both have a target in. */
export const smallDraft: Draft = {
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'small',
  title: '小方案',
  organisation: '某局',
  year: 2026,
  units: [
    { code: 'office', name: '办公室', kind: 'DEPARTMENT' },
    { code: 'finance', name: '财务处', kind: 'DEPARTMENT', aliases: ['计财处'] }
  ],
  groups: [
    {
      code: 'g',
      name: '机关组',
      members: [{ unit: 'office', rankMode: 'LISTED_NOT_RANKED' }, { unit: 'finance' }]
    }
  ],
  races: [
    {
      code: 'r',
      name: '季度赛马',
      groups: ['g'],
      byGroup: [{ group: 'g', fullMark: '90' }],
      dimensions: [
        {
          code: 'd',
          name: '目标任务',
          fullMark: '100',
          indicators: [
            {
              code: 'i',
              name: '资金到位',
              fullMark: '100',
              provider: 'finance',
              owner: 'office',
              appliesTo: { groups: ['g'], exceptUnits: ['finance'] },
              rule: { kind: 'RATIO_TO_TARGET' },
              byGroup: [{ group: 'g', fullMark: '80' }],
              targets: [
                { unit: 'office', base: '3' },
                { unit: 'finance', base: '4' }
              ]
            }
          ]
        }
      ]
    }
  ]
}

/** Nothing in it yet: what a blank draft may look like. */
export const emptyDraft: Draft = { title: '空白方案', year: 2026 }
