import { describe, expect, it } from 'vitest'
import { analyse, type AnalyseOptions } from '../helpers/analyse.ts'
import { rawSheet, type CellInput } from '../helpers/rawSheet.ts'

/** One sheet of a register, by its name; items in order with what tests compare. */
function read(
  name: string,
  rows: readonly (readonly CellInput[])[],
  merges: readonly string[] = [],
  options: AnalyseOptions = {}
) {
  const found = analyse(rawSheet(rows, merges, { name }), options)
  return { ...found, items: found.sheet.items }
}

const HEAD = ['序号', '重点工作', '责任单位', '完成时限']

describe('layouts of registers', () => {
  it('reads the 推进表 of S64 with its text and state, on the day that the head names', () => {
    const { sheet, items, told } = read('重点工作推进表', [
      ['2026年度重点工作推进表'],
      ['序号', '重点工作目标任务', '责任单位', '进展情况（截至9月30日）', '完成状态'],
      [1, '新建体育公园 30 处', '群众体育处', '已建成 22 处，完成投资 2.3 亿元', '推进中'],
      [2, '举办户外赛事', '竞技体育处', '全部举办完毕', '已完成'],
      ['合计', null, null, '2 项', null]
    ])
    expect(sheet.layout).toBe('REGISTER')
    expect(items.map(({ fields }) => [fields.type, fields.title, fields.owner])).toEqual([
      ['ANNUAL_TARGET', '新建体育公园 30 处', 'qzty'],
      ['ANNUAL_TARGET', '举办户外赛事', 'jjty']
    ])
    expect(items[0]!.progress).toEqual([
      { on: '2026-09-30', text: '已建成 22 处，完成投资 2.3 亿元', percent: null, amount: null }
    ])
    expect(items.map(({ state }) => state)).toEqual(['IN_PROGRESS', 'DONE'])
    expect(sheet.skippedRows).toEqual([{ row: 4, reason: '合计行，不是事项' }])
    expect(told('error')).toEqual([])
  })

  it('reads 三季度进展 beside 累计进展 (S63) as one entry', () => {
    const { items } = read('职能目标完成情况', [
      ['目标名称', '考核内容及指标', '三季度进展', '累计进展'],
      ['全民健身', '举办活动 100 场', '举办 30 场', '累计举办 88 场']
    ])
    expect(items[0]!.fields.content).toBe('举办活动 100 场')
    expect(items[0]!.progress).toEqual([
      { on: '2026-09-30', text: '举办 30 场\n累计：累计举办 88 场', percent: null, amount: null }
    ])
  })

  it('reads every field of the 五重清单, full-width, with the days that words stand for told', () => {
    const { items, problems, told } = read('重点改革', [
      ['五重清单'],
      [
        '序号',
        '改革事项',
        '排位目标',
        '工作举措',
        '牵头单位',
        '配合单位',
        '责任人',
        '分管领导',
        '完成时限',
        '紧急程度',
        '四知',
        '督导渠道',
        '督导记录',
        '资金来源'
      ],
      [
        '１',
        '公共场馆改革',
        '全省前３',
        '一是建章\n二是试点',
        '场馆管理处７０％',
        '群体处、规划财务处30%',
        '张某',
        '李某',
        '６月底',
        '限时办',
        '知难克难、知新创新',
        '群众参与',
        '6月实地督导',
        '省级补助'
      ]
    ])
    expect(told('error')).toEqual([])
    expect(items[0]).toMatchObject({
      address: 'B3',
      note: '6月实地督导',
      fields: {
        type: 'KEY_REFORM',
        title: '公共场馆改革',
        rankTarget: '全省前３',
        measures: '一是建章\n二是试点',
        owner: 'cggl',
        ownerShare: '70',
        partners: [
          { unit: 'qzty', share: null },
          { unit: 'ghcw', share: '30' }
        ],
        person: '张某',
        leader: '李某',
        due: '2026-06-30',
        urgency: 'TIMED',
        tags: ['HARD', 'NEW'],
        channel: 'PUBLIC',
        remark: '资金来源：省级补助'
      }
    })
    expect(problems.find(({ code }) => code === 'DUE_WORDS')).toMatchObject({
      message: '「６月底」读作 2026-06-30。',
      place: { cell: 'I3' }
    })
  })

  it('takes the source of a problem from the heading above it, and the close-out from its columns', () => {
    const { items, told } = read('七张问题清单', [
      ['序号', '问题', '责任单位', '整改措施', '整改时限', '完成状态', '销号编号', '销号日期', '验收人'],
      ['一、巡视反馈问题', null, null, null, null, null, null, null, null],
      [1, '台账不全', '办公室', '补齐', '2026-03-31', '已销号', '销〔2026〕001号', '2026.4.2', '王某'],
      ['二、生态环保督察问题', null, null, null, null, null, null, null, null],
      [1, '草坪养护不到位', '场馆管理处', '更新', '长期坚持', '已销号', null, null, null]
    ])
    expect(items.map(({ fields }) => fields.problemSource)).toEqual(['INSPECTION', 'ECOLOGY'])
    expect(items[0]).toMatchObject({
      state: 'CLOSED',
      closeOut: { number: '销〔2026〕001号', date: '2026-04-02', verifier: '王某' }
    })
    expect(items[1]).toMatchObject({ state: 'DONE', closeOut: null, fields: { remark: '时限：长期坚持' } })
    expect(told('confirm')).toEqual(['CLOSE_INCOMPLETE F5'])
  })

  it('reads a project list with its plan by month, cumulative or each month its own', () => {
    const rows = (months: readonly string[], values: readonly CellInput[]) => [
      ['项目台账（单位：万元）'],
      ['序号', '项目名称', '责任单位', '总投资', '年度计划投资', ...months, '累计完成投资'],
      [1, '体育中心', '场馆管理处', 50000, 12000, ...values, 3000]
    ]
    const cumulative = read('项目台账', rows(['1-3月计划', '1-6月计划'], [4000, 12000]))
    expect(cumulative.items[0]!.fields).toMatchObject({
      type: 'PROJECT',
      content: '总投资：50000万元',
      quantity: { target: '12000', measure: '万元' },
      plan: [
        { month: '2026-03', percent: null, amount: '4000' },
        { month: '2026-06', percent: null, amount: '12000' }
      ]
    })
    expect(cumulative.items[0]!.progress.at(-1)).toMatchObject({ amount: '3000' })
    const own = read('项目台账', rows(['3月计划', '6月计划'], [4000, 8000]))
    expect(own.items[0]!.fields.plan?.map(({ amount }) => amount)).toEqual(['4000', '12000'])
    expect(own.told('confirm')).toEqual([])
    const unclear = read('项目台账', rows(['3月计划', '6月计划'], [4000, 5000]))
    expect(unclear.told('confirm')).toEqual(['PLAN_SPAN F3'])
  })

  it('makes one item of a merged title whose rows go on, and a parent with parts where they differ', () => {
    const head = ['重点工作', '具体措施', '责任单位', '完成时限']
    const one = read(
      '重点工作',
      [head, ['赛事', '办马拉松', '竞技体育处', '6月底'], [null, '办联赛', null, null]],
      ['A2:A3', 'C2:C3', 'D2:D3']
    )
    expect(one.items.map(({ fields }) => fields.measures)).toEqual(['办马拉松\n办联赛'])
    const parts = read(
      '重点工作',
      [head, ['赛事', '办马拉松', '竞技体育处', '6月底'], [null, '办联赛', '群众体育处', '9月底']],
      ['A2:A3']
    )
    expect(
      parts.items.map(({ fields, parent }) => [fields.title, fields.owner, fields.due, parent?.address])
    ).toEqual([
      ['赛事', undefined, '2026-09-30', undefined],
      ['办马拉松', 'jjty', '2026-06-30', 'A2'],
      ['办联赛', 'qzty', '2026-09-30', 'A2']
    ])
    expect(parts.told('confirm')).toEqual(['MERGED_ITEM A2'])
  })

  it('puts 1.1 and （1） under 1, and goes on below a second header', () => {
    const { items } = read('年度目标任务', [
      HEAD,
      ['1', '全民健身', '群众体育处', '年底'],
      ['1.1', '社区运动会', '群众体育处', '年底'],
      ['（2）', '健身步道', '群众体育处', '年底'],
      ['二、承诺事项', null, null, null],
      HEAD,
      ['1', '缩短审批时间', '行政审批处', '三季度']
    ])
    expect(items.map(({ parent }) => parent?.address ?? null)).toEqual([null, 'B2', 'B2', null])
    expect(items.at(-1)).toMatchObject({ address: 'B7', fields: { type: 'COMMITMENT', due: '2026-09-30' } })
  })
})

describe('what is wrong in a register', () => {
  it('keeps rows without owner or day, and asks to confirm them', () => {
    const { items, told } = read('承诺事项', [
      HEAD,
      [1, '优化服务', null, null],
      [2, '公开电话', '办公室', '年底']
    ])
    expect(items).toHaveLength(2)
    expect(told('confirm')).toEqual(['ITEM_NO_OWNER B2', 'ITEM_NO_DUE B2'])
  })

  it('asks for an unknown unit and never files the row under a similar one', () => {
    const rows = [HEAD, [1, '优化服务', '体育产业科', '年底']]
    expect(read('承诺事项', rows)).toMatchObject({ items: [] })
    expect(read('承诺事项', rows).told('error')).toEqual(['UNKNOWN_UNIT C2'])
    const fixed = read('承诺事项', rows, [], {
      fixes: { units: { 体育产业科: { unit: 'tycy', remember: false } } }
    })
    expect(fixed.items[0]!.fields.owner).toBe('tycy')
  })

  it('takes the first of several owners for the lead and says so, unless one is marked', () => {
    const owners = (text: string) => read('承诺事项', [HEAD, [1, '优化服务', text, '年底']])
    const first = owners('办公室、群体处')
    expect(first.items[0]!.fields).toMatchObject({ owner: 'bgs', partners: [{ unit: 'qzty', share: null }] })
    expect(first.told('confirm')).toEqual(['SEVERAL_OWNERS C2'])
    const marked = owners('办公室\n群体处（牵头）')
    expect(marked.items[0]!.fields).toMatchObject({ owner: 'qzty', partners: [{ unit: 'bgs', share: null }] })
    expect(marked.told('confirm')).toEqual([])
  })

  it.each([
    ['承诺事项', [1, '优化服务', '办公室', '2月30日'], 'BAD_DUE D2'],
    ['承诺事项', [1, '优化服务', '办公室60%、群体处50%', '年底'], 'SHARES_ABOVE_100 C2']
  ])('refuses what cannot be, at its cell: %s %s', (name, row, expected) => {
    const { items, told } = read(name, [HEAD, row])
    expect(told('error')).toEqual([expected])
    expect(items).toEqual([])
  })

  it('refuses a chain of parents that comes back to itself, and the same item twice', () => {
    const head = ['编号', '事项', '责任单位', '完成时限', '上级编号']
    const cycle = read('承诺事项', [
      head,
      ['甲-1', '一', '办公室', '年底', '甲-2'],
      ['甲-2', '二', '办公室', '年底', '甲-1'],
      ['甲-3', '三', '办公室', '年底', null]
    ])
    expect(cycle.told('error')).toEqual(['PARENT_CYCLE B2', 'PARENT_CYCLE B3'])
    expect(cycle.items.map(({ number }) => number)).toEqual(['甲-3'])
    const twice = read('承诺事项', [
      HEAD,
      [1, '优化服务', '办公室', '年底'],
      [2, '优化 服务', '办公室', '6月底']
    ])
    expect(twice.told('error')).toEqual(['DUPLICATE_ITEM B3'])
  })

  it('asks which register a sheet is of, and takes the answer', () => {
    const rows = [HEAD, [1, '优化服务', '办公室', '年底']]
    const asked = read('Sheet1', rows)
    expect(asked).toMatchObject({ items: [] })
    expect(asked.told('error')).toEqual(['REGISTER_TYPE -'])
    const answered = read('Sheet1', rows, [], { fixes: { sheets: { Sheet1: { register: 'COMMITMENT' } } } })
    expect(answered.items[0]!.fields.type).toBe('COMMITMENT')
  })
})

describe('register or sheet of scores', () => {
  it('leaves a progress list of the scheme’s indicators what it is, until the clerk says otherwise', () => {
    const rows = [
      ['序号', '重点工作', '责任单位', '完成情况', '状态'],
      [1, '到位资金', '规划财务处', '到位 8000 万元，同比增长一成', '推进中'],
      [2, '体育消费总额', '体育产业处', '全市消费总额约 30 亿元以上', '推进中']
    ]
    expect(read('推进表', rows).sheet.layout).toBe('PROGRESS_LIST')
    const told = read('推进表', rows, [], { fixes: { sheets: { 推进表: { layout: 'REGISTER' } } } })
    expect(told.items.map(({ fields }) => fields.title)).toEqual(['到位资金', '体育消费总额'])
  })

  it('never takes a sheet with marks for a register', () => {
    const { sheet } = read('重点工作', [
      ['重点工作', '责任单位', '完成情况', '完成时限', '自评分', '考核分'],
      ['政务公开', '办公室', '按时完成全部公开事项的发布', '年底', 70, 68]
    ])
    expect(sheet.layout).not.toBe('REGISTER')
    expect(sheet.items).toEqual([])
  })
})
