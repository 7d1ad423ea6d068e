import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, flag, id, isDecimal, parts, timestamp } from './columns.ts'
import { unit, unitGroup } from './organisation.ts'

/** 考核方案. */
export const scheme = sqliteTable('scheme', {
  id: id(),
  code: text('code').notNull().unique(),
  createdAt: timestamp('created_at').notNull()
})

/**
 * 方案版本. A version in use is never edited: an edit makes the next one. What no other row has to refer to stays as
 * JSON in `header`.
 */
export const schemeVersion = sqliteTable(
  'scheme_version',
  {
    id: id(),
    schemeId: integer('scheme_id')
      .notNull()
      .references(() => scheme.id),
    number: integer('number').notNull(),
    status: text('status').notNull(),
    title: text('title').notNull(),
    organisation: text('organisation').notNull(),
    year: integer('year').notNull(),
    /**
     * Definition without its races: policies, empty words, basis, lines, units and groups as this version orders them,
     * successions, vetoes, totals over races.
     */
    header: text('header', { mode: 'json' }).notNull(),
    /** SHA-256 of the canonical definition: loading the same file twice makes no second version. */
    definitionHash: text('definition_hash').notNull(),
    sample: flag('sample').notNull(),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('scheme_version_number').on(t.schemeId, t.number),
    check('scheme_version_status', sql`${t.status} IN ('draft','reviewed','active','superseded')`)
  ]
)

/** 赛项 of a version. */
export const race = sqliteTable(
  'race',
  {
    id: id(),
    schemeVersionId: integer('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    fullMark: decimal('full_mark').notNull(),
    /** Caps over all adjustment classes of one sign. */
    bonusCap: decimal('bonus_cap'),
    deductionCap: decimal('deduction_cap'),
    /** Metrics that break a tie, in order. */
    tieBreak: text('tie_break', { mode: 'json' }).notNull(),
    sortNo: integer('sort_no').notNull(),
    /** Participants, grades, person quotas, boards, streaks, year, side rankings, full marks by group. */
    parts: parts()
  },
  (t) => [
    uniqueIndex('race_code').on(t.schemeVersionId, t.code),
    check('race_full_mark', isDecimal(t.fullMark)),
    check('race_bonus_cap', isDecimal(t.bonusCap)),
    check('race_deduction_cap', isDecimal(t.deductionCap))
  ]
)

/** Groups that a race ranks, in order. */
export const raceGroup = sqliteTable(
  'race_group',
  {
    id: id(),
    raceId: integer('race_id')
      .notNull()
      .references(() => race.id),
    groupId: integer('group_id')
      .notNull()
      .references(() => unitGroup.id),
    sortNo: integer('sort_no').notNull()
  },
  (t) => [uniqueIndex('race_group_once').on(t.raceId, t.groupId), index('race_group_group').on(t.groupId)]
)

/** 板块. */
export const dimension = sqliteTable(
  'dimension',
  {
    id: id(),
    raceId: integer('race_id')
      .notNull()
      .references(() => race.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    fullMark: decimal('full_mark').notNull(),
    composition: text('composition').notNull(),
    sortNo: integer('sort_no').notNull(),
    /** Full marks by group. */
    parts: parts()
  },
  (t) => [
    uniqueIndex('dimension_code').on(t.raceId, t.code),
    check('dimension_full_mark', isDecimal(t.fullMark)),
    check('dimension_composition', sql`${t.composition} IN ('SUM','WEIGHTED')`)
  ]
)

/** 指标 as an identity that lasts over versions: measurements refer to it. */
export const indicator = sqliteTable(
  'indicator',
  {
    id: id(),
    schemeId: integer('scheme_id')
      .notNull()
      .references(() => scheme.id),
    code: text('code').notNull()
  },
  (t) => [uniqueIndex('indicator_code').on(t.schemeId, t.code)]
)

/** 指标 as one version defines it: name, full mark, rule, who it applies to. */
export const indicatorSpec = sqliteTable(
  'indicator_spec',
  {
    id: id(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    dimensionId: integer('dimension_id')
      .notNull()
      .references(() => dimension.id),
    name: text('name').notNull(),
    fullMark: decimal('full_mark').notNull(),
    ruleKind: text('rule_kind').notNull(),
    ruleParams: text('rule_params', { mode: 'json' }).notNull(),
    unit: text('unit').notNull(),
    direction: text('direction').notNull(),
    nature: text('nature').notNull(),
    precision: integer('precision').notNull(),
    aliases: text('aliases', { mode: 'json' }).notNull(),
    appliesTo: text('applies_to', { mode: 'json' }).notNull(),
    /** Codes of the unit that reports the data and of the one that answers for it. */
    provider: text('provider'),
    owner: text('owner'),
    missing: text('missing'),
    clause: text('clause'),
    sortNo: integer('sort_no').notNull(),
    /** Rules and full marks by group, shared work, floor or deduction of the missing policy. */
    parts: parts()
  },
  (t) => [
    uniqueIndex('indicator_spec_once').on(t.dimensionId, t.indicatorId),
    index('indicator_spec_indicator').on(t.indicatorId),
    check('indicator_spec_full_mark', isDecimal(t.fullMark)),
    check('indicator_spec_missing', sql`${t.missing} IN ('BLOCK_UNIT','ZERO','FLOOR','DEDUCT')`),
    check('indicator_spec_direction', sql`${t.direction} IN ('UP','DOWN','TARGET')`),
    check('indicator_spec_nature', sql`${t.nature} IN ('PERIOD','CUMULATIVE')`)
  ]
)

/** 目标 as the version sets it, of one unit, or of all where `unit_id` is null: 基本, 奋斗, by quarter, 排位. */
export const target = sqliteTable(
  'target',
  {
    id: id(),
    indicatorSpecId: integer('indicator_spec_id')
      .notNull()
      .references(() => indicatorSpec.id),
    unitId: integer('unit_id').references(() => unit.id),
    base: decimal('base'),
    stretch: decimal('stretch'),
    /** Values of Q1–Q4, any of them absent; null where the target is not phased at all. */
    phased: text('phased', { mode: 'json' }),
    rankTarget: integer('rank_target'),
    basis: text('basis'),
    sortNo: integer('sort_no').notNull()
  },
  (t) => [
    index('target_spec').on(t.indicatorSpecId),
    index('target_unit').on(t.unitId),
    check('target_base', isDecimal(t.base)),
    check('target_stretch', isDecimal(t.stretch)),
    check('target_rank', sql`${t.rankTarget} > 0`)
  ]
)

/**
 * 目标调整: a target changed after the version came into force (S9, S11). Append only (triggers): the version keeps what
 * it was published with, and loading it applies these in order.
 */
export const targetChange = sqliteTable(
  'target_change',
  {
    id: id(),
    schemeVersionId: integer('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    /** Null for the target of all units. */
    unitId: integer('unit_id').references(() => unit.id),
    /** Target definitions; null for none. */
    before: text('before', { mode: 'json' }),
    after: text('after', { mode: 'json' }),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    reason: text('reason').notNull()
  },
  (t) => [
    index('target_change_version').on(t.schemeVersionId),
    index('target_change_indicator').on(t.indicatorId),
    index('target_change_unit').on(t.unitId)
  ]
)

/** 加减分类别 of a race. */
export const adjustmentClass = sqliteTable(
  'adjustment_class',
  {
    id: id(),
    raceId: integer('race_id')
      .notNull()
      .references(() => race.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    aliases: text('aliases', { mode: 'json' }).notNull(),
    sign: text('sign').notNull(),
    cap: decimal('cap'),
    sortNo: integer('sort_no').notNull()
  },
  (t) => [
    uniqueIndex('adjustment_class_code').on(t.raceId, t.code),
    check('adjustment_class_cap', isDecimal(t.cap)),
    check('adjustment_class_sign', sql`${t.sign} IN ('BONUS','DEDUCTION')`)
  ]
)

/** 方案草稿: a definition under way, possibly incomplete, so kept as the text that it is. */
export const schemeDraft = sqliteTable('scheme_draft', {
  id: id(),
  title: text('title').notNull(),
  year: integer('year'),
  /** What it was copied from, in words; null for an empty one. */
  origin: text('origin'),
  definition: text('definition').notNull(),
  updatedAt: timestamp('updated_at').notNull(),
  createdAt: timestamp('created_at').notNull()
})
