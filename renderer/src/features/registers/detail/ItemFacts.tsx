import type { ReactElement } from 'react'
import { fieldText } from '#shared/domain/register/fieldWords.ts'
import { ITEM_FIELDS } from '#shared/domain/register/registerWords.ts'
import type { ItemFields } from '#shared/domain/register/registerItem.ts'
import type { RegisterDetailView } from '#shared/ipc/register.ts'
import { describePlace } from '#shared/problem.ts'
import { detailText as text } from '../../../text/registers.ts'
import type { RegisterNames } from '../useRegister.ts'

const SHOWN: readonly (keyof ItemFields)[] = [
  'content',
  'owner',
  'ownerShare',
  'partners',
  'person',
  'leader',
  'rankTarget',
  'quantity',
  'measures',
  'start',
  'due',
  'urgency',
  'plan',
  'indicator',
  'tags',
  'channel',
  'problemSource',
  'origin',
  'remark'
]

/** Everything that was filled in; what says nothing is left out. */
export function ItemFacts({
  detail,
  names
}: {
  detail: RegisterDetailView
  names: RegisterNames
}): ReactElement {
  const { item, parent } = detail
  const nameOf = (list: RegisterNames['units'], code: string): string =>
    list.find((entry) => entry.value === code)?.label ?? code
  const words = {
    unit: (code: string) => nameOf(names.units, code),
    indicator: (code: string) => nameOf(names.indicators, code),
    item: () => (parent === null ? '' : `${parent.number} ${parent.title}`)
  }
  const rows = SHOWN.flatMap((field) => {
    const value = fieldText(item, field, words)
    return value === '' ? [] : [{ name: ITEM_FIELDS[field], value }]
  })
  return (
    <dl className="rg-facts">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {item.closeOut === null ? null : (
        <div>
          <dt>销号</dt>
          <dd>
            {[
              item.closeOut.number,
              item.closeOut.date,
              `验收人 ${item.closeOut.verifier}`,
              item.closeOut.opinion
            ]
              .filter(Boolean)
              .join('，')}
          </dd>
        </div>
      )}
      <div>
        <dt>登记</dt>
        <dd>{`${item.openedOn}，${sourceOf(detail)}`}</dd>
      </div>
    </dl>
  )
}

function sourceOf({ item: { source } }: RegisterDetailView): string {
  if (source.from === 'HAND') return text.sourceHand
  if (source.from === 'GAP') return text.sourceGap
  return text.sourceCell(describePlace({ file: source.file, sheet: source.sheet, cell: source.address }))
}
