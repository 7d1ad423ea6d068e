import type { z } from 'zod'
import { ballotParams } from '../../scoring/kinds/ballotParams.ts'
import { deductParams, type DeductItem } from '../../scoring/kinds/deductParams.ts'
import { directParams } from '../../scoring/kinds/directParams.ts'
import { intervalParams } from '../../scoring/kinds/intervalParams.ts'
import { rankParams } from '../../scoring/kinds/rankParams.ts'
import { AGAINST_GROUP, ratioToBestParams } from '../../scoring/kinds/ratioToBestParams.ts'
import { sasacParams } from '../../scoring/kinds/sasacParams.ts'
import type { CataloguePart, CatalogueParts } from '../catalogue.ts'

interface Rule {
  kind: string
  params: unknown
}

/** Words for the number that a growth is compared with; a rule may call it something else (基准值). */
const BASELINE_WORDS = [
  '基准值',
  '基准',
  '基期',
  '基期值',
  '基期数',
  '基数',
  '上年同期',
  '上年同期数',
  '去年同期'
]

/** The several numbers of one unit that a rule reads; null where it reads a value alone, or is not understood. */
export function partsOfRule(rule: Rule, indicatorUnit: string): CatalogueParts | null {
  const term = (name: string, synonyms: readonly string[] = []): CataloguePart => ({
    ...PLAIN,
    name,
    synonyms,
    measure: indicatorUnit
  })
  switch (rule.kind) {
    case 'BALLOT_SHARE': {
      const params = parsed(ballotParams, rule)
      return settled(
        'VOTES',
        params && [
          ...params.options.map(({ name }) => vote(name)),
          ...params.invalid.map(({ name }) => ({ ...vote(name), isInvalid: true }))
        ],
        [...(params?.groups ?? []).map(({ name }) => name)]
      )
    }
    case 'DEDUCT_LIST': {
      const params = parsed(deductParams, rule)
      return settled(
        'EVENTS',
        params?.items.map(eventOf),
        (params?.multipliers ?? []).map(({ name }) => name)
      )
    }
    case 'DIRECT_SCORE':
      return settled(
        'MARKS',
        parsed(directParams, rule)?.providers.map(({ name }) => ({ ...PLAIN, name, measure: '分' }))
      )
    case 'RATIO_TO_BEST':
      return settled(
        'TERMS',
        parsed(ratioToBestParams, rule)?.corrections.map(({ name }) => term(name)),
        [AGAINST_GROUP]
      )
    case 'SASAC_GROWTH': {
      const name = parsed(sasacParams, rule)?.baselineName
      return settled('TERMS', name === undefined ? [] : [term(name, BASELINE_WORDS)])
    }
    case 'INTERVAL_TABLE': {
      const name = parsed(intervalParams, rule)?.secondName
      return settled('TERMS', name === undefined ? [] : [{ ...term(name), measure: '' }])
    }
    default:
      return null
  }
}

/** Whether the numbers that the rule reads are places. */
export function readsPlaces(rule: Rule): boolean {
  if (rule.kind === 'EXTERNAL_RANK') return true
  return rule.kind === 'RANK_POINTS' && parsed(rankParams, rule)?.source === 'GIVEN'
}

const PLAIN = { synonyms: [], isCount: false, pointsEach: null, range: null } as const

function vote(name: string): CataloguePart {
  return { ...PLAIN, name, measure: '票', isCount: true }
}

/** An item with a range is handed in as the points that it takes off; any other as the number of its events. */
function eventOf({ name, points, pointsTo }: DeductItem): CataloguePart {
  return pointsTo === undefined
    ? { ...PLAIN, name, measure: '次', isCount: true, pointsEach: points }
    : { ...PLAIN, name, measure: '分', range: { min: points, max: pointsTo } }
}

function settled(
  kind: CatalogueParts['kind'],
  parts: readonly CataloguePart[] | null | undefined,
  groups: readonly string[] = []
): CatalogueParts | null {
  return parts && parts.length > 0 ? { kind, parts, groups } : null
}

function parsed<S extends z.ZodType>(schema: S, rule: Rule): z.output<S> | null {
  const result = schema.safeParse(rule.params)
  return result.success ? result.data : null
}
