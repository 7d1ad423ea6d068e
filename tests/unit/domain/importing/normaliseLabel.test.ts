import { describe, expect, it } from 'vitest'
import {
  nameKey,
  normaliseLabel,
  tidy,
  withoutSerial
} from '#shared/domain/importing/names/normaliseLabel.ts'

describe('normaliseLabel', () => {
  it.each([
    ['到位资金（万元）', '到位资金', '万元', null],
    ['到位资金(单位：万元)', '到位资金', '万元', null],
    ['政务公开得分(77)', '政务公开得分', null, '77'],
    ['总得分（满分100分）', '总得分', null, '100'],
    ['在线服务【9分】', '在线服务', null, '9'],
    ['完成率（％）', '完成率', '%', null],
    ['得　分', '得分', null, null],
    ['资\n产', '资产', null, null],
    ['人均体育场地面积（平方米/人）', '人均体育场地面积', '平方米/人', null],
    ['场地面积/平方米', '场地面积', '平方米', null],
    ['目标（万元）(20)', '目标', '万元', '20'],
    ['活动（含线上）', '活动(含线上)', null, null],
    ['目标/完成', '目标/完成', null, null],
    ['单位*', '单位', null, null]
  ])('%s', (text, key, unitText, fullMark) => {
    expect(normaliseLabel(text)).toMatchObject({ key, unitText, fullMark })
  })

  it('keeps the text for the clerk, in one line', () => {
    expect(normaliseLabel(' 到位资金\n（万元） ').text).toBe('到位资金 （万元）')
    expect(tidy('办公室\u200b　')).toBe('办公室')
  })
})

describe('nameKey', () => {
  it.each([
    ['体育产业处', '体育\u3000产业处'],
    ['训练中心（体校）', '训练中心(体校)'],
    ['ＡＢ处', 'ab处'],
    ['办公室：', '办公室'],
    ['“放管服”改革', '放管服改革']
  ])('%s and %s are one', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))
})

describe('withoutSerial', () => {
  it.each([
    ['一、重点项目', '重点项目'],
    ['(二)到位资金', '到位资金'],
    ['3.政务公开', '政务公开'],
    ['4、体育讲堂', '体育讲堂'],
    ['1.2体育讲堂', '体育讲堂'],
    ['十二、其他', '其他'],
    ['第三体育场', '第三体育场'],
    ['12345热线', '12345热线'],
    ['3x3篮球赛', '3x3篮球赛']
  ])('%s', (text, bare) => expect(withoutSerial(nameKey(text))).toBe(bare))
})
