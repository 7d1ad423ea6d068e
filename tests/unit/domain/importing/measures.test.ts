import { describe, expect, it } from 'vitest'
import { conversion, isMeasureText } from '#shared/domain/importing/values/measures.ts'

describe('conversion', () => {
  it.each([
    ['万元', '亿元', '0.0001'],
    ['亿元', '万元', '10000'],
    ['元', '万元', '0.0001'],
    ['万', '万元', '1'],
    ['亿', '万元', '10000'],
    ['万', '人', '10000'],
    ['公里', '米', '1000'],
    ['万平方米', '平方米', '10000'],
    ['小时', '分钟', '60'],
    ['亿美元', '万美元', '10000'],
    ['万场', '场', '10000'],
    ['万元/人', '元/人', '10000']
  ])('%s → %s is × %s', (from, to, factor) => {
    const step = conversion(from, to)
    expect(step.kind === 'FACTOR' ? step.factor.toFixed() : step.kind).toBe(factor)
  })

  it.each([
    ['万元', '万元', 'SAME'],
    ['㎡', '平方米', 'SAME'],
    ['％', '%', 'SAME'],
    ['个', '场', 'OTHER_WORD'],
    ['个百分点', '%', 'OTHER_WORD'],
    ['人', '万元', 'MISMATCH'],
    ['%', '万元', 'MISMATCH'],
    ['万', '%', 'MISMATCH'],
    ['万', '', 'MISMATCH'],
    ['面', '面', 'SAME'],
    ['面', '场', 'MISMATCH'],
    ['场次', '场', 'SAME'],
    ['平方米/人', '㎡/人', 'SAME'],
    ['平方米', '㎡/人', 'OTHER_WORD'],
    ['万平方米', '㎡/人', 'MISMATCH'],
    ['亿美元', '亿元', 'MISMATCH'],
    ['万分', '分', 'MISMATCH']
  ])('%s against %s: %s', (from, to, kind) => expect(conversion(from, to).kind).toBe(kind))

  it('tells measures from other words', () => {
    expect(['万元', '平方米/人', '人次', '㎡'].every(isMeasureText)).toBe(true)
    expect(['办公室', '含税', '元旦', ''].some(isMeasureText)).toBe(false)
  })
})
