import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { navText } from '../text/nav.ts'
import { paths } from './paths.ts'

export interface FindEntry {
  kind: 'unit' | 'indicator' | 'page'
  label: string
  hint: string
  to: string
  /** Other ways to write it. */
  words: readonly string[]
}

const PAGES: readonly FindEntry[] = [
  { label: navText.overview, to: paths.overview, words: ['首页'] },
  { label: navText.scheme, to: paths.scheme, words: ['规则', '目标', '权重'] },
  { label: navText.gaps, to: paths.gaps, words: ['短板', '对标'] },
  { label: navText.selfReview, to: paths.selfReview, words: ['对标', '自查', '短板'] },
  { label: navText.registers, to: paths.registers, words: ['任务', '问题清单', '承诺', '项目', '销号'] },
  { label: navText.slips, to: paths.slips, words: ['督查', '约谈', '告知书', '黄牌'] },
  { label: navText.cadence, to: paths.cadence, words: ['今天', '本周', '月比拼', '季交流', '年总结'] },
  { label: navText.statements, to: paths.statements, words: ['全年红', '全线红', '报表'] },
  { label: navText.submissions, to: paths.submissions, words: ['缺报', '催报'] },
  { label: navText.templates, to: paths.templates, words: ['填报表', '自有模板', '下发'] },
  { label: navText.adjustments, to: paths.adjustments, words: ['加分', '减分', '台账'] },
  { label: navText.evaluation, to: paths.evaluation, words: ['评委', '测评', '打分', '讲堂'] },
  { label: navText.honours, to: paths.honours, words: ['表彰', '先进', '看齐'] },
  { label: navText.decisions, to: paths.decisions, words: ['补分', '否决', '裁定', '免上榜'] },
  { label: navText.ranking, to: paths.ranking, words: ['名次'] },
  { label: navText.races, to: paths.races, words: ['比看', '亮晒', '曝光', '赛项'] },
  { label: navText.boards, to: paths.boards, words: ['红黑榜', '约谈', '进步'] },
  { label: navText.review, to: paths.review, words: ['揭晓', '投影', '点评'] },
  { label: navText.year, to: paths.year, words: ['全年', '半年'] },
  { label: navText.units, to: paths.units, words: ['成绩单'] },
  { label: navText.import, to: paths.import, words: ['上报', '表格', 'Excel'] },
  { label: navText.trial, to: paths.trial, words: ['计算', '算一算', '规则'] },
  { label: navText.report, to: paths.report, words: ['导出', '排名表'] },
  { label: navText.settings, to: paths.settings, words: ['备份', '恢复', '别名', '日志'] }
].map((page) => ({ ...page, kind: 'page', hint: page.words.join('、') }))

const MOST = 40

/** Everything that Ctrl+K can open, filtered by a part of its name; names that begin with the text come first. */
export function findEntries(scheme: SchemeDefinition | null, text: string): FindEntry[] {
  const wanted = text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const all = [...unitEntries(scheme), ...indicatorEntries(scheme), ...PAGES]
  if (wanted === '') return [...PAGES, ...unitEntries(scheme)].slice(0, MOST)
  const grade = (entry: FindEntry): number => {
    const names = [entry.label, ...entry.words].map((name) => name.toLowerCase())
    if (names.some((name) => name === wanted)) return 0
    if (names.some((name) => name.startsWith(wanted))) return 1
    return names.some((name) => name.includes(wanted)) ? 2 : 3
  }
  return all
    .map((entry, order) => ({ entry, order, grade: grade(entry) }))
    .filter((item) => item.grade < 3)
    .sort((a, b) => a.grade - b.grade || a.order - b.order)
    .slice(0, MOST)
    .map((item) => item.entry)
}

function unitEntries(scheme: SchemeDefinition | null): FindEntry[] {
  if (scheme === null) return []
  return scheme.units.map((unit) => ({
    kind: 'unit',
    label: unit.name,
    hint:
      scheme.groups.find((group) => group.members.some((member) => member.unit === unit.code))?.name ?? '',
    to: paths.unit(unit.code),
    words: [...unit.aliases, unit.shortName ?? ''].filter(Boolean)
  }))
}

function indicatorEntries(scheme: SchemeDefinition | null): FindEntry[] {
  if (scheme === null) return []
  return scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.map((indicator) => ({
        kind: 'indicator' as const,
        label: indicator.name,
        hint: `${dimension.name} · 满分 ${indicator.fullMark}`,
        to: paths.schemeIndicator(indicator.code),
        words: [...indicator.aliases, indicator.code]
      }))
    )
  )
}
