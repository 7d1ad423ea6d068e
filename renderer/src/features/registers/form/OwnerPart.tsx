import { Button, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { canonical, dec, HUNDRED, sum } from '#shared/domain/number/decimal.ts'
import { ITEM_FIELDS } from '#shared/domain/register/registerWords.ts'
import { registerFormText as text } from '../../../text/registerForm.ts'
import { Icon } from '../../../components/Icon.tsx'
import { NO_NUMBER, readNumber } from '../act/actForm.ts'
import { Field } from '../../../components/Field.tsx'
import type { FormPart } from './formPart.ts'
import type { FormState } from './formState.ts'

/** Who does it: owner, partners with their shares and what they come to, persons. */
export function OwnerPart({ form, errors, names, put }: FormPart): ReactElement {
  const { partners } = form
  const change = (at: number, part: Partial<FormState['partners'][number]>): void =>
    put({ partners: partners.map((entry, index) => (index === at ? { ...entry, ...part } : entry)) })
  const nameOf = (unit: string | null): string =>
    names.units.find(({ value }) => value === unit)?.label ?? '配合单位'
  const taken = new Set([form.owner, ...partners.map(({ unit }) => unit)])
  return (
    <div className="rg-fields">
      <Field label={ITEM_FIELDS.owner} error={errors.owner}>
        <span className="rg-share-row">
          <Select
            aria-label={ITEM_FIELDS.owner}
            allowClear
            placeholder={text.pick}
            showSearch={{ optionFilterProp: 'label' }}
            value={form.owner}
            options={names.units}
            onChange={(owner) => put({ owner: owner ?? null })}
          />
          <Share
            label={`${ITEM_FIELDS.owner} ${text.share}`}
            value={form.ownerShare}
            onChange={(ownerShare) => put({ ownerShare })}
          />
        </span>
      </Field>
      <div className="field">
        <span className="field-label">
          {ITEM_FIELDS.partners}
          <ShareSum form={form} />
        </span>
        {partners.map((entry, index) => (
          <span key={index} className="rg-share-row">
            <Select
              aria-label={`${ITEM_FIELDS.partners} ${index + 1}`}
              placeholder={text.pick}
              showSearch={{ optionFilterProp: 'label' }}
              value={entry.unit}
              options={names.units.filter(({ value }) => value === entry.unit || !taken.has(value))}
              onChange={(unit) => change(index, { unit })}
            />
            <Share
              label={`${ITEM_FIELDS.partners} ${index + 1} ${text.share}`}
              value={entry.share}
              onChange={(share) => change(index, { share })}
            />
            <Button
              type="text"
              aria-label={text.removePartner(nameOf(entry.unit))}
              icon={<Icon name="close" />}
              onClick={() => put({ partners: partners.filter((_, at) => at !== index) })}
            />
          </span>
        ))}
        <button
          type="button"
          className="link small rg-add"
          onClick={() => put({ partners: [...partners, { unit: null, share: '' }] })}
        >
          {text.addPartner}
        </button>
        {(errors.ownerShare ?? errors.partners) === undefined ? null : (
          <span className="small ask" role="alert">
            {errors.ownerShare ?? errors.partners}
          </span>
        )}
      </div>
      <Field label={ITEM_FIELDS.person}>
        <Input
          aria-label={ITEM_FIELDS.person}
          maxLength={60}
          value={form.person}
          onChange={(event) => put({ person: event.target.value })}
        />
      </Field>
      <Field label={ITEM_FIELDS.leader}>
        <Input
          aria-label={ITEM_FIELDS.leader}
          maxLength={60}
          value={form.leader}
          onChange={(event) => put({ leader: event.target.value })}
        />
      </Field>
    </div>
  )
}

function Share(props: { label: string; value: string; onChange: (value: string) => void }): ReactElement {
  return (
    <Input
      className="rg-share"
      aria-label={props.label}
      inputMode="decimal"
      placeholder={text.share}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

/** What the shares come to while they are typed. */
function ShareSum({ form }: { form: FormState }): ReactElement {
  const given = [form.ownerShare, ...form.partners.map(({ share }) => share)]
    .map(readNumber)
    .filter((share): share is string => share !== null && share !== NO_NUMBER)
  if (given.length === 0) return <em>{text.shareNone}</em>
  const total = sum(given.map((share) => dec(share)))
  if (total.greaterThan(HUNDRED)) return <em className="ask">{text.shareOver(canonical(total))}</em>
  if (total.equals(HUNDRED)) return <em className="done">{text.shareFull}</em>
  return <em>{text.shareSum(canonical(total), canonical(HUNDRED.minus(total)))}</em>
}
