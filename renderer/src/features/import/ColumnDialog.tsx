import { Button, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ColumnPlan, ColumnRole, LayoutKind } from '#shared/domain/importing/importPlan.ts'
import { itemColumn, type ItemColumn } from '#shared/domain/importing/register/stagedItem.ts'
import { readingField, type ReadingField } from '#shared/domain/scoring/reading.ts'
import { common } from '../../text/common.ts'
import {
  changeColumn,
  FIELD_WORDS,
  importText,
  ITEM_COLUMN_NAMES,
  ROLE_NAMES,
  SIGN_NAMES
} from '../../text/import.ts'
import type { Names } from './useNames.ts'

const LEDGER_ROLES: ColumnRole['role'][] = [
  'unit',
  'adjustmentClass',
  'points',
  'reason',
  'evidence',
  'approver',
  'date',
  'remark',
  'ignore'
]
const VALUE_ROLES: ColumnRole['role'][] = [
  'unit',
  'indicator',
  'rater',
  'field',
  'value',
  'measure',
  'rank',
  'total',
  'remark',
  'ignore'
]
const REGISTER_ROLES: ColumnRole['role'][] = ['item', 'ignore']

interface Props {
  column: ColumnPlan
  layout: LayoutKind | null
  names: Names
  onSave: (role: ColumnRole) => void
  onClose: () => void
}

/** What the clerk chose so far; what does not fit the role is left aside. */
interface Draft {
  role: ColumnRole['role']
  field: ReadingField
  indicator: string | null
  unit: string | null
  sign: 'BONUS' | 'DEDUCTION' | 'SIGNED'
  item: ItemColumn
}

function draftOf(role: ColumnRole): Draft {
  return {
    role: role.role,
    field: role.role === 'value' ? role.field : 'actual',
    indicator: role.role === 'value' ? role.indicator : null,
    unit: role.role === 'value' ? role.unit : null,
    sign: role.role === 'points' ? role.sign : 'SIGNED',
    item: role.role === 'item' ? role.field : 'extra'
  }
}

export function roleOf(draft: Draft, before: ColumnRole): ColumnRole {
  switch (draft.role) {
    case 'value':
      return {
        role: 'value',
        field: draft.field,
        indicator: draft.indicator,
        unit: draft.unit,
        rater: before.role === 'value' ? before.rater : null
      }
    case 'points':
      return { role: 'points', sign: draft.sign }
    case 'item':
      return { role: 'item', field: draft.item, month: before.role === 'item' ? before.month : null }
    case 'ignore':
      return { role: 'ignore', reason: '经办人选择不导入' }
    default:
      return { role: draft.role }
  }
}

/** The role of one column, by the clerk. */
export function ColumnDialog({ column, layout, names, onSave, onClose }: Props): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(column.role))
  const roles = layout === 'REGISTER' ? REGISTER_ROLES : layout === 'ADJUSTMENTS' ? LEDGER_ROLES : VALUE_ROLES
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  const named = (list: readonly { code: string; name: string }[]): { value: string; label: string }[] =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Modal
      open
      title={`${changeColumn(column.letter)}：${column.path.join(' / ')}`}
      width={460}
      onCancel={onClose}
      footer={null}
    >
      <div className="ih-dialog">
        <label>
          <span className="field-label">{importText.header.columns}</span>
          <Select
            autoFocus
            value={draft.role}
            aria-label={importText.header.columns}
            options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
            onChange={(role) => change({ role })}
          />
        </label>
        {draft.role === 'item' ? (
          <label>
            <span className="field-label">{importText.header.chooseField}</span>
            <Select
              value={draft.item}
              aria-label={importText.header.chooseField}
              showSearch={{ optionFilterProp: 'label' }}
              options={itemColumn.options.map((field) => ({ value: field, label: ITEM_COLUMN_NAMES[field] }))}
              onChange={(item) => change({ item })}
            />
          </label>
        ) : null}
        {draft.role === 'value' ? (
          <>
            <label>
              <span className="field-label">{ROLE_NAMES.value}</span>
              <Select
                value={draft.field}
                aria-label={ROLE_NAMES.value}
                options={readingField.options.map((field) => ({
                  value: field,
                  label: FIELD_WORDS[field] ?? field
                }))}
                onChange={(field) => change({ field })}
              />
            </label>
            {layout === 'UNIT_BY_INDICATOR' ? (
              <label>
                <span className="field-label">{ROLE_NAMES.indicator}</span>
                <Select
                  value={draft.indicator}
                  aria-label={ROLE_NAMES.indicator}
                  placeholder={importText.header.chooseIndicator}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={named(names.indicators)}
                  onChange={(indicator) => change({ indicator })}
                />
              </label>
            ) : null}
            {layout === 'INDICATOR_BY_UNIT' ? (
              <label>
                <span className="field-label">{ROLE_NAMES.unit}</span>
                <Select
                  value={draft.unit}
                  aria-label={ROLE_NAMES.unit}
                  placeholder={importText.header.chooseUnit}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={named(names.units)}
                  onChange={(unit) => change({ unit })}
                />
              </label>
            ) : null}
          </>
        ) : null}
        {draft.role === 'points' ? (
          <label>
            <span className="field-label">{ROLE_NAMES.points}</span>
            <Select
              value={draft.sign}
              aria-label={ROLE_NAMES.points}
              options={(['SIGNED', 'BONUS', 'DEDUCTION'] as const).map((sign) => ({
                value: sign,
                label: SIGN_NAMES[sign]
              }))}
              onChange={(sign) => change({ sign })}
            />
          </label>
        ) : null}
      </div>
      <div className="confirm-foot">
        <span className="grow" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="primary" onClick={() => onSave(roleOf(draft, column.role))}>
          {common.save}
        </Button>
      </div>
    </Modal>
  )
}
