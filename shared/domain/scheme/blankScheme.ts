import type { z } from 'zod'
import type { schemeDefinition } from './schemeDefinition.ts'

/** The smallest scheme that an editor can start from: one group, one race, one dimension, nobody and nothing in them. */
export function blankScheme(code: string, title: string, year: number): z.input<typeof schemeDefinition> {
  return {
    format: 'liangji-scheme',
    formatVersion: 1,
    code,
    title,
    organisation: '',
    year,
    units: [],
    groups: [{ code: 'g1', name: '参评单位', members: [] }],
    races: [
      {
        code: 'r1',
        name: '季度赛马',
        groups: ['g1'],
        dimensions: [{ code: 'd1', name: '目标任务', fullMark: '100', indicators: [] }]
      }
    ]
  }
}
