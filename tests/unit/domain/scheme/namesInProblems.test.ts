import { expect, it } from 'vitest'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { scheme } from '../scoring/build.ts'

it('problems of a rule name the unit, never its code', () => {
  const definition = scheme({
    units: [{ code: 'u7', name: '文成县' }, 'v'],
    dimensions: [
      {
        code: 'd',
        name: '板块',
        fullMark: '100',
        indicators: [
          {
            code: 'i',
            name: '签约项目',
            fullMark: '100',
            rule: { kind: 'RATIO_TO_TARGET' },
            targets: [{ unit: 'u7', base: '0' }]
          }
        ]
      }
    ]
  })
  const found = checkScheme(definition).find((problem) => problem.code === 'TARGET_NOT_POSITIVE')
  expect(found?.message).toContain('文成县')
  expect(found?.message).not.toContain('u7')
})
