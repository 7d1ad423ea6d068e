import type { ReactElement } from 'react'
import { FOUR_KNOWS, PROBLEM_SOURCES, REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { LampMark } from '../../../components/LampMark.tsx'
import { printMoment } from '../../../text/format.ts'
import { detailText as text, registersText } from '../../../text/registers.ts'
import type { Vocabulary } from '../facets.ts'
import { UrgencyTag } from '../UrgencyTag.tsx'

/** Number, register, tags; title; target and who. What is missing or worth a look is said below. */
export function ItemHead({
  item,
  vocabulary
}: {
  item: RegisterItemView
  vocabulary: Vocabulary
}): ReactElement {
  const origin = [
    item.number,
    REGISTER_TYPES[item.type].name,
    item.problemSource === null ? '' : PROBLEM_SOURCES[item.problemSource]
  ]
  const target =
    item.rankTarget || (item.quantity === null ? '' : `${item.quantity.target}${item.quantity.measure}`)
  return (
    <div className="rg-head">
      <p className="small quiet rg-head-line">
        {origin.filter(Boolean).join(' · ')}
        {item.tags.map((tag) => (
          <span key={tag} className="tag">
            {FOUR_KNOWS[tag]}
          </span>
        ))}
        <UrgencyTag urgency={item.urgency} />
        <LampMark status={item.status} vocabulary={vocabulary} reason={item.statusReason} />
      </p>
      <h2 title={item.title}>{item.title}</h2>
      <p className="small soft rg-head-who">
        {target === '' ? null : (
          <span>
            {text.target}：{target}
          </span>
        )}
        <span>
          {text.lead} {item.ownerName ?? registersText.noOwner}
        </span>
        {item.partnerNames.length === 0 ? null : (
          <span>
            {text.with} {item.partnerNames.join('、')}
          </span>
        )}
        {item.person === '' ? null : (
          <span>
            {text.person} {item.person}
          </span>
        )}
      </p>
      {item.voided === null ? null : (
        <p className="small ask">
          {text.voided(item.voided.by, printMoment(item.voided.at), item.voided.reason)}
        </p>
      )}
      {item.incomplete.length === 0 ? null : (
        <p className="small ask">{`${registersText.lacks(item.incomplete.join('、'))}，点「修改」补上。`}</p>
      )}
      {item.hints.map((hint) => (
        <p key={hint} className="small check">
          {hint}
        </p>
      ))}
    </div>
  )
}
