import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Book } from '../../samples/build/sheet.ts'
import { ledgerBook, type SampleEntry } from './ledgerBook.ts'
import { registerBook } from './registerBooks.ts'
import { CITY_GROUP_ITEMS } from './registers/cityGroup.ts'
import { COMMERCE_BUREAU_ITEMS } from './registers/commerceBureau.ts'
import { PARTY_SCHOOL_ITEMS } from './registers/partySchool.ts'
import type { SampleItem } from './registers/registerData.ts'
import { SPORTS_BUREAU_ITEMS } from './registers/sportsBureau.ts'
import { scoreBooks } from './scoreBooks.ts'

/** What a preset's sample year is made of. Everything here is invented. */
interface SampleYear {
  /** In titles and file names. */
  office: string
  /** How good a unit is; by code, 1 where it is not said. */
  strength: Readonly<Record<string, number>>
  ballots: number
  items: readonly SampleItem[]
  entries: readonly SampleEntry[]
}

export const SAMPLE_QUARTERS: readonly PeriodKey[] = ['2026Q1', '2026Q2', '2026Q3', '2026Q4']

const JUDGES = Array.from({ length: 7 }, (_, index) => `评委${index + 1}`)

export const SAMPLE_YEARS: Readonly<Record<string, SampleYear>> = {
  'party-school': {
    office: '市委党校（示例）',
    strength: {
      economy: 1.04,
      party: 1.02,
      culture: 0.94,
      students: 1.03,
      logistics: 0.95,
      'rural-class': 0.96
    },
    ballots: 40,
    items: PARTY_SCHOOL_ITEMS,
    entries: [
      {
        period: '2026Q1',
        day: '03-12',
        unit: 'economy',
        classCode: 'adopt-level',
        points: '2',
        reason: '建言获省级采用',
        evidence: '示例采用通知1号'
      },
      {
        period: '2026Q1',
        day: '02-20',
        unit: 'students',
        classCode: 'praise',
        points: '1',
        reason: '学员论坛组织周密，会上表扬',
        evidence: '示例纪要2号'
      },
      {
        period: '2026Q2',
        day: '05-18',
        unit: 'party',
        classCode: 'adopt-level',
        points: '3',
        reason: '课题成果获省级采用',
        evidence: '示例采用通知4号'
      },
      {
        period: '2026Q2',
        day: '06-09',
        unit: 'logistics',
        classCode: 'error',
        points: '1',
        reason: '后勤保障差错',
        evidence: '示例通报3号'
      },
      {
        period: '2026Q3',
        day: '08-21',
        unit: 'economy',
        classCode: 'adopt-level',
        points: '4',
        reason: '两篇建言获省级采用',
        evidence: '示例采用通知7号'
      },
      {
        period: '2026Q4',
        day: '11-02',
        unit: 'teaching',
        classCode: 'praise',
        points: '2',
        reason: '教学竞赛组织得力',
        evidence: '示例纪要9号'
      }
    ]
  },
  'commerce-bureau': {
    office: '市商务局（示例）',
    strength: { investment: 1.04, zones: 1.02, ecommerce: 1.03, reserves: 0.92, outbound: 0.97, grain: 1.01 },
    ballots: 50,
    items: COMMERCE_BUREAU_ITEMS,
    entries: [
      {
        period: '2026Q1',
        day: '03-05',
        unit: 'investment',
        classCode: 'instant',
        points: '2',
        reason: '单月签约外资项目3个',
        evidence: '示例简报3号'
      },
      {
        period: '2026Q1',
        day: '03-31',
        unit: 'reserves',
        classCode: 'overdue',
        points: '1',
        reason: '储备库二期节点逾期',
        evidence: '督办记录'
      },
      {
        period: '2026Q2',
        day: '05-22',
        unit: 'ecommerce',
        classCode: 'honour',
        points: '3',
        reason: '获省级电商示范',
        evidence: '示例文件11号'
      },
      {
        period: '2026Q3',
        day: '09-02',
        unit: 'foreign-trade',
        classCode: 'instant',
        points: '2',
        reason: '百展千企完成过半',
        evidence: '示例简报18号'
      },
      {
        period: '2026Q3',
        day: '09-30',
        unit: 'reserves',
        classCode: 'overdue',
        points: '2',
        reason: '储备库二期节点逾期',
        evidence: '督办记录'
      },
      {
        period: '2026Q4',
        day: '11-20',
        unit: 'consumption',
        classCode: 'honour',
        points: '4',
        reason: '消费季获省级表彰',
        evidence: '示例文件29号'
      }
    ]
  },
  'sports-bureau': {
    office: '市体育局（示例）',
    strength: {
      elite: 1.04,
      youth: 1.02,
      events: 1.03,
      olympic: 0.92,
      research: 0.95,
      mass: 1.02,
      audit: 0.96
    },
    ballots: 40,
    items: SPORTS_BUREAU_ITEMS,
    entries: []
  },
  'city-group': {
    office: '市城市集团（示例）',
    strength: { water: 1.04, housing: 1.02, environment: 0.92, gas: 1.01, engineering: 1.03, audit: 0.96 },
    ballots: 60,
    items: CITY_GROUP_ITEMS,
    entries: [
      {
        period: '2026Q1',
        day: '02-11',
        unit: 'engineering',
        classCode: 'instant',
        points: '1',
        reason: '春节不停工保交付',
        evidence: '示例通报2号'
      },
      {
        period: '2026Q2',
        day: '06-18',
        unit: 'water',
        classCode: 'honour',
        points: '3',
        reason: '获评省级节水单位',
        evidence: '示例文件6号'
      },
      {
        period: '2026Q3',
        day: '07-30',
        unit: 'environment',
        classCode: 'accident',
        points: '2',
        reason: '一般安全事件一起',
        evidence: '示例通报9号'
      },
      {
        period: '2026Q4',
        day: '10-26',
        unit: 'gas',
        classCode: 'honour',
        points: '2',
        reason: '农村通气提前完成',
        evidence: '示例文件17号'
      }
    ]
  }
}

/** The workbooks of one quarter of a preset's sample year: file name → book. */
export function quarterBooks(scheme: SchemeDefinition, period: PeriodKey): Map<string, Book> {
  const year = SAMPLE_YEARS[scheme.code]
  if (year === undefined) throw new RangeError(`no sample year for ${scheme.code}`)
  const books = scoreBooks(scheme, period, { ...year, judges: JUDGES })
  books.set(`清单台账${period}.xlsx`, registerBook(year.office, year.items, period))
  const ledger = ledgerBook(scheme, year.entries, period)
  if (ledger !== null) books.set(`加减分台账${period}.xlsx`, ledger)
  return books
}
