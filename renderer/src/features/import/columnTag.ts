import type { ColumnPlan } from '#shared/domain/importing/importPlan.ts'
import { FIELD_WORDS, ITEM_COLUMN_NAMES, ROLE_NAMES, SIGN_NAMES } from '../../text/import.ts'
import type { Names } from './useNames.ts'

/** What a column is read as, for its tag: 「单位」, 「完成 · 到位资金」. Empty for columns that are left alone. */
export function columnTag({ role }: ColumnPlan, names: Names): string {
  switch (role.role) {
    case 'ignore':
      return ''
    case 'value': {
      const what = role.rater?.name ?? (role.indicator === null ? null : names.indicatorName(role.indicator))
      const whose = role.unit === null ? null : names.unitName(role.unit)
      return [FIELD_WORDS[role.field] ?? role.field, what, whose].filter((part) => part !== null).join(' · ')
    }
    case 'item':
      return [ITEM_COLUMN_NAMES[role.field], role.month].filter((part) => part !== null).join(' · ')
    case 'points':
      return SIGN_NAMES[role.sign]
    default:
      return ROLE_NAMES[role.role]
  }
}
