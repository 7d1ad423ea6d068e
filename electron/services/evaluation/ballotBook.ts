import { ballotKeyText } from '#shared/domain/evaluation/ballotKey.ts'
import { seatLabel, type Seat, type SetupGroup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import type { MarkScale } from '#shared/domain/evaluation/markScale.ts'
import { KEY_VERSION } from '#shared/domain/importing/template/templateKey.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { RoundRow } from '#db/repos/evaluationRepo.ts'
import type { TemplateCell, TemplateWorkbook } from '../../reports/template/templateSheet.ts'

export interface BallotAddress {
  group: SetupGroup
  /** Null: one workbook that everybody of the group gets a copy of. */
  seat: Seat | null
}

/** Who gets a workbook of their own: each judge, or each group of voters. */
export function ballotAddresses(row: Pick<RoundRow, 'kind' | 'setup'>): BallotAddress[] {
  return row.setup.groups.flatMap((group): BallotAddress[] => {
    if (row.kind === 'JUDGES') return group.seats.map((seat) => ({ group, seat }))
    return group.handedOut === null ? [] : [{ group, seat: null }]
  })
}

/** 「局领导 评委 1」, 「局领导」, or 「测评票」 where the rule has no groups. */
export function addressWords({ group, seat }: BallotAddress): string {
  const words = [group.name, seat === null ? '' : seatLabel(seat)].filter((part) => part !== '')
  return words.length === 0 ? '测评票' : words.join(' ')
}

/** What is to be written into a cell, as its prompt. */
function promptOf(scale: MarkScale): {
  prompt: string
  range: { min: string; max: string }
  isWhole: boolean
} {
  switch (scale.type) {
    case 'SCORE':
      return {
        prompt: `填 ${scale.min} 到 ${scale.max} 的分数，可以有小数；需要回避的填「/」。`,
        range: { min: scale.min, max: scale.max },
        isWhole: false
      }
    case 'PLACE':
      return {
        prompt: `填 1 到 ${scale.last} 的名次；需要回避的填「/」。`,
        range: { min: '1', max: String(scale.last) },
        isWhole: true
      }
    case 'OPTION':
      return {
        prompt: `填选项的号码：${optionWords(scale)}；需要回避的填「/」。`,
        range: { min: '1', max: String(scale.options.length) },
        isWhole: true
      }
  }
}

function optionWords({ options }: Extract<MarkScale, { type: 'OPTION' }>): string {
  return options.map(({ name }, index) => `${index + 1} ${name}`).join('　')
}

/** A ballot to be filled in on the screen or on paper: units down in order of appearance, one open cell each. */
export function ballotBook(
  row: RoundRow,
  judged: JudgedIndicator,
  address: BallotAddress,
  facts: { scheme: { code: string; number: number; title: string }; issuedAt: string; issuer: string }
): TemplateWorkbook {
  const { prompt, range, isWhole } = promptOf(judged.scale)
  const names = new Map(judged.units.map(({ code, name }) => [code, name]))
  const rater = {
    group: address.group.name,
    name: address.seat === null ? '测评票' : seatLabel(address.seat)
  }
  const column = judged.scale.type === 'OPTION' ? '选项号码' : judged.scale.type === 'PLACE' ? '名次' : '评分'
  const rows = row.setup.order.map((unit, index): TemplateCell[] => [
    { kind: 'text', text: String(index + 1) },
    { kind: 'text', text: names.get(unit) ?? unit },
    {
      kind: 'input',
      asked: {
        ...{
          unit,
          indicator: judged.code,
          name: judged.name,
          field: 'rating',
          rater,
          prompt,
          range,
          isWhole
        },
        measure: judged.scale.type === 'SCORE' ? '分' : '',
        blank: 'NONE'
      }
    },
    { kind: 'remark' }
  ])
  return {
    head: {
      kind: 'head',
      formatVersion: KEY_VERSION,
      id: ballotKeyText({ round: row.id, group: address.group.name, seat: address.seat?.key ?? null }),
      schemeCode: facts.scheme.code,
      schemeVersion: facts.scheme.number,
      schemeTitle: facts.scheme.title,
      period: row.period,
      unit: null,
      issuedAt: facts.issuedAt
    },
    sheets: [
      {
        name: judged.kind === 'JUDGES' ? '评分表' : '测评票',
        title: `${row.title}${judged.kind === 'JUDGES' ? '评分表' : '测评票'}`,
        left:
          judged.kind === 'JUDGES' ? `评委：${addressWords(address)}` : `评价主体：${addressWords(address)}`,
        right: judged.scale.type === 'OPTION' ? optionWords(judged.scale) : '只填白底格子；需要回避的填「/」',
        columns: [
          { path: ['出场顺序'], width: 9, align: 'center' },
          { path: ['单位'], width: 34, align: 'left' },
          { path: [column], width: 16, align: 'right' },
          { path: ['评语'], width: 37, align: 'left' }
        ],
        rows,
        labels: [1],
        remark: 3,
        pinned: 2,
        unit: null,
        signatures: judged.kind === 'JUDGES' ? ['评委签名：', '日期：'] : ['日期：']
      }
    ],
    notes: {
      title: `${row.title}填写说明`,
      paragraphs: [
        `${periodTitle(row.period)}「${judged.name}」：${judged.ruleInWords}`,
        prompt,
        '只填白底的格子；请不要增删行列、改单位名称或工作表名称。',
        judged.kind === 'JUDGES'
          ? '一位评委一份，请不要互相转用：收回时按表里的席位认人。'
          : '一人一份，不署名；收回时每个文件计一张票。',
        `填好后请交回${facts.issuer === '' ? '考核办' : facts.issuer}。`
      ].map((text, index) => `${index + 1}．${text}`)
    }
  }
}
