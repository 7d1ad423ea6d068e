import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { openWorkspace } from '#electron/services/workspace.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { cadenceContent } from '#electron/services/cadence/cadenceContent.ts'
import { saveComment, commentsOf, reviewPlanOf } from '#electron/services/cadence/comments.ts'
import { closeDay, dayView } from '#electron/services/cadence/days.ts'
import { actOnItems, addItem, listItems } from '#electron/services/register/items.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { rankingView } from '#electron/services/results.ts'
import { contentBytes } from '#electron/services/reports/exportContent.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { cadencePaper, cadenceWorkbook } from '#shared/domain/report/cadence/cadenceDocument.ts'
import { listPeriodViews } from '#electron/services/periods.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { paperHtml } from '#electron/reports/html/paperHtml.ts'
import { installedFonts } from '#electron/reports/installedFonts.ts'
import { importSample, withSample } from '../helpers/sampleQuarter.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

it('dumps', async () => {
  const day = { now: new Date('2026-09-01T02:00:00Z') }
  const workspace = openWorkspace({
    paths: libraryPaths(temporaryFolder(), PROJECT),
    appVersion: 'x', create: true, now: () => day.now
  })
  const { library } = workspace
  await withSample(workspace)
  await importSample(workspace)
  computePeriod(library, '2026Q3')
  const scheme = loadSchemeVersion(library.db, getPeriod(library.db, '2026Q3')!.schemeVersionId!).definition
  const units = scheme.units.map(({ code }) => code)
  const titles = ['环城健身步道维修', '承办省级山地户外赛事', '青少年体育后备人才基地验收', '体育场馆安全隐患整改', '体彩公益金使用情况公开', '十分钟健身圈建设', '全民健身日活动', '体育产业项目签约', '业余训练点布局调整', '反兴奋剂教育全覆盖', '信访积案化解', '审计整改销号', '年度品牌赛事名录申报', '社会体育指导员培训', '游泳场所专项检查', '体育强区复评材料']
  const types = ['COMMITMENT', 'ANNUAL_TARGET', 'PROBLEM', 'PROJECT', 'KEY_PROBLEM'] as const
  const ids: number[] = []
  for (let n = 0; n < 40; n++) {
    const month = 9 + (n % 4)
    const due = n % 11 === 10 ? null : `2026-${String(Math.min(12, month)).padStart(2, '0')}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`
    ids.push(addItem(library, itemFields.parse({
      type: types[n % 5], title: `${titles[n % 16]}${n >= 16 ? `（${Math.floor(n / 16) + 1}期）` : ''}`, owner: n % 13 === 12 ? null : units[(n * 3) % units.length],
      partners: n % 4 === 0 ? [{ unit: units[(n * 3 + 1) % units.length]!, share: null }] : [], person: '', start: '2026-07-01', due,
      problemSource: types[n % 5] === 'PROBLEM' ? (['AUDIT', 'SAFETY', 'PETITION'] as const)[n % 3] : null
    })).id)
  }
  const at = (d: string) => { day.now = new Date(`${d}T02:00:00Z`) }
  at('2026-10-20'); ids.forEach((id, n) => { if (n % 3 !== 2) actOnItems(library, [id], { action: 'PROGRESS', percent: String(30 + ((n * 13) % 60)), amount: null, text: '推进中' }) })
  at('2026-11-12'); ids.filter((_, n) => n % 6 === 1).forEach((id) => actOnItems(library, [id], { action: 'DONE', text: '已办结，材料存档，无电子佐证' }))
  at('2026-11-24'); ids.filter((_, n) => n % 7 === 3 && n % 6 !== 1).forEach((id) => actOnItems(library, [id], { action: 'PROGRESS', percent: '85', amount: null, text: '完成招标' }))
  const { addItem: _ } = { addItem }
  const y = dayView(library, '2026-11-24')
  closeDay(library, { date: '2026-11-24', note: '', left: y.toSettle.map((item) => ({ item, reason: '等采购结果，下周办结' })) })
  at('2026-11-25')
  addItem(library, itemFields.parse({ type: 'COMMITMENT', title: '体育场馆免费开放情况上报', owner: units[0], start: '2026-11-01', due: '2026-11-25' }))
  actOnItems(library, [ids[5]!], { action: 'PROGRESS', percent: '90', amount: null, text: '收尾' })
  saveComment(library, { period: '2026Q3', unit: units[2]!, speaker: '分管领导', text: '承诺事项抓得紧，项目落地还要再加把劲，四季度补上短板。', mark: 'LEARN_FROM', replaces: null })
  const out: Record<string, unknown> = {
    'period.list': listPeriodViews(library),
    'cadence.now': { today: '2026-11-25', at: { DAY: '2026-11-25', WEEK: '2026-11-25', MONTH: '2026-09', QUARTER: '2026Q3', HALF: '2026H1', YEAR: '2026' } },
    'cadence.day': dayView(library), 'ranking.get': rankingView(library, '2026Q3'), 'review.plan': reviewPlanOf(library, '2026Q3'),
    'comment.list': commentsOf(library, '2026Q3'), 'register.list': listItems(library, {}), 'scheme': scheme
  }
  const asked = { WEEK: '2026-11-25', MONTH: '2026-09', QUARTER: '2026Q3', HALF: '2026H1', YEAR: '2026', DAY: '2026-11-25' } as const
  for (const [cadence, key] of Object.entries(asked)) {
    const content = cadenceContent(library, { cadence, at: key } as never)
    out[cadence] = content
    const docx = await contentBytes({ title: content.title, workbook: cadenceWorkbook(content), paper: cadencePaper(content) }, 'docx', day.now, {} as never)
    writeFileSync(`/tmp/h5cad/${cadence}.docx`, docx)
    writeFileSync(`/tmp/h5cad/${cadence}.xlsx`, await contentBytes({ title: content.title, workbook: cadenceWorkbook(content) }, 'xlsx', day.now, {} as never))
    writeFileSync(`/tmp/h5cad/${cadence}.html`, paperHtml(cadencePaper(content), await installedFonts()))
  }
  writeFileSync('/tmp/h5cad/dump.json', JSON.stringify(out))
  await workspace.close()
}, 120000)
