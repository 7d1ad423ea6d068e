import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, flag, id, isDecimal, timestamp } from './columns.ts'

/** 战线: a work frame in which units line up. */
export const line = sqliteTable('line', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull()
})

/**
 * 单位: whoever can take part in a race. Staff and the quarters of taking part belong to the scheme version and stay in
 * its header.
 */
export const unit = sqliteTable(
  'unit',
  {
    id: id(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    shortName: text('short_name'),
    kind: text('kind').notNull(),
    lineId: integer('line_id').references(() => line.id),
    /** 机构顺序. */
    sortNo: integer('sort_no').notNull(),
    active: flag('active').notNull().default(true)
  },
  (t) => [
    index('unit_line').on(t.lineId),
    check(
      'unit_kind',
      sql`${t.kind} IN ('DEPARTMENT','AFFILIATE','SUBSIDIARY','TOWNSHIP','TASK_FORCE','WORK','SERVICE','PERSON')`
    )
  ]
)

/**
 * 别名: another way in which sheets write a unit, confirmed by a person. Ended aliases keep their row.
 * `normalised` is what must be unique among the live ones: two spellings that the importer takes for the same text may
 * not lead to two units.
 */
export const unitAlias = sqliteTable(
  'unit_alias',
  {
    id: id(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    text: text('text').notNull(),
    normalised: text('normalised').notNull(),
    /** `import` (a clerk's answer during an import) or `user` (entered by hand). */
    source: text('source').notNull(),
    createdAt: timestamp('created_at').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [
    uniqueIndex('unit_alias_live')
      .on(t.normalised)
      .where(sql`${t.endedAt} IS NULL`),
    index('unit_alias_unit').on(t.unitId),
    check('unit_alias_source', sql`${t.source} IN ('import','user')`)
  ]
)

/** 沿革: renamed, merged, split or abolished units. */
export const unitSuccession = sqliteTable(
  'unit_succession',
  {
    id: id(),
    fromUnitId: integer('from_unit_id')
      .notNull()
      .references(() => unit.id),
    toUnitId: integer('to_unit_id').references(() => unit.id),
    kind: text('kind').notNull(),
    effectiveDate: text('effective_date').notNull(),
    share: decimal('share'),
    basis: text('basis')
  },
  (t) => [
    index('unit_succession_from').on(t.fromUnitId),
    index('unit_succession_to').on(t.toUnitId),
    check('unit_succession_kind', sql`${t.kind} IN ('RENAME','MERGE','SPLIT','ABOLISH')`),
    check('unit_succession_target', sql`(${t.toUnitId} IS NULL) = (${t.kind} = 'ABOLISH')`),
    check('unit_succession_share', isDecimal(t.share))
  ]
)

/** 组别/赛道. */
export const unitGroup = sqliteTable('unit_group', {
  id: id(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  sortNo: integer('sort_no').notNull()
})

/**
 * Which unit belongs to which group from which period on (`to_period` exclusive, null while it lasts).
 * The scheme version says who takes part; this is the organisation's own record over time.
 */
export const groupMembership = sqliteTable(
  'group_membership',
  {
    id: id(),
    groupId: integer('group_id')
      .notNull()
      .references(() => unitGroup.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    fromPeriod: text('from_period').notNull(),
    toPeriod: text('to_period'),
    rankMode: text('rank_mode').notNull()
  },
  (t) => [
    uniqueIndex('group_membership_open')
      .on(t.groupId, t.unitId)
      .where(sql`${t.toPeriod} IS NULL`),
    index('group_membership_unit').on(t.unitId),
    check('group_membership_span', sql`${t.toPeriod} IS NULL OR ${t.toPeriod} > ${t.fromPeriod}`),
    check('group_membership_rank_mode', sql`${t.rankMode} IN ('RANKED','LISTED_NOT_RANKED','EXCLUDED')`)
  ]
)
