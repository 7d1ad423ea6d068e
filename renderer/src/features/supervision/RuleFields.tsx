import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { ITEM_STATUS_WORDS } from '#shared/domain/status/vocabulary.ts'
import type { SlipKind } from '#shared/domain/supervision/slip.ts'
import { SLIP_KINDS, SLIP_LEVELS } from '#shared/domain/supervision/slipWords.ts'
import type { SupervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'
import { supervisionText } from '../../text/supervision.ts'

const text = supervisionText.rules

interface PartProps {
  draft: SupervisionSettings
  change: (part: Partial<SupervisionSettings>) => void
}

function Group(props: { label: string; children: ReactNode }): ReactElement {
  return (
    <fieldset className="sup-group">
      <legend className="field-label">{props.label}</legend>
      <div className="row">{props.children}</div>
    </fieldset>
  )
}

/** A number of days or times that can be switched off. */
function Optional(props: {
  label: string
  off: string
  value: number | null
  least: number
  fallback: number
  onChange: (value: number | null) => void
}): ReactElement {
  const { label, off, value, least, fallback, onChange } = props
  return (
    <Group label={label}>
      <InputNumber
        className="sup-days"
        aria-label={label}
        min={least}
        max={60}
        precision={0}
        disabled={value === null}
        value={value}
        onChange={(next) => onChange(next ?? fallback)}
      />
      <Checkbox
        checked={value === null}
        onChange={({ target }) => onChange(target.checked ? null : fallback)}
      >
        {off}
      </Checkbox>
    </Group>
  )
}

export function Colours({ draft, change }: PartProps): ReactElement {
  return (
    <div>
      <Optional
        label={text.warn}
        off={text.warnOff}
        value={draft.warnWorkdays}
        least={0}
        fallback={3}
        onChange={(warnWorkdays) => change({ warnWorkdays })}
      />
      <Group label={text.yellow}>
        {(['SLIGHTLY_BEHIND', 'BEHIND', 'BADLY_BEHIND'] as const).map((status) => (
          <Checkbox
            key={status}
            checked={draft.yellow.includes(status)}
            onChange={({ target }) =>
              change({
                yellow: target.checked
                  ? [...draft.yellow, status]
                  : draft.yellow.filter((one) => one !== status)
              })
            }
          >
            {ITEM_STATUS_WORDS[status]}
          </Checkbox>
        ))}
        <Checkbox
          checked={draft.yellowWhenReturned}
          onChange={({ target }) => change({ yellowWhenReturned: target.checked })}
        >
          {text.returned}
        </Checkbox>
      </Group>
      <Group label={text.notices}>
        {(['missing', 'partly', 'late'] as const).map((part) => (
          <Checkbox
            key={part}
            checked={draft.notices[part]}
            onChange={({ target }) => change({ notices: { ...draft.notices, [part]: target.checked } })}
          >
            {text[part]}
          </Checkbox>
        ))}
      </Group>
    </div>
  )
}

const ANSWERED = ['BLUE', 'YELLOW', 'RED', 'NOTICE', 'YELLOW_CARD', 'INTERVIEW'] as const

export function Answers({ draft, change }: PartProps): ReactElement {
  return (
    <div>
      <Group label={text.answers}>
        {ANSWERED.map((of) => {
          const name =
            of === 'BLUE' || of === 'YELLOW' || of === 'RED' ? SLIP_LEVELS[of].short : SLIP_KINDS[of].tag
          return (
            <label key={of} className="row">
              {name}
              <InputNumber
                className="sup-days"
                aria-label={`${text.answers} ${name}`}
                min={1}
                max={60}
                precision={0}
                value={draft.answerWithin[of]}
                onChange={(days) => change({ answerWithin: { ...draft.answerWithin, [of]: days ?? 1 } })}
              />
            </label>
          )
        })}
      </Group>
      <Group label={text.escalate}>
        <Checkbox
          checked={draft.escalateUnanswered}
          onChange={({ target }) => change({ escalateUnanswered: target.checked })}
        >
          {text.escalateHint}
        </Checkbox>
      </Group>
      <Optional
        label={text.interview}
        off={text.interviewOff}
        value={draft.interviewAfterRed}
        least={1}
        fallback={2}
        onChange={(interviewAfterRed) => change({ interviewAfterRed })}
      />
    </div>
  )
}

export function Outcomes({ draft: { outcomes }, change }: PartProps): ReactElement {
  const put = (index: number, part: Partial<(typeof outcomes)[number]>): void =>
    change({ outcomes: outcomes.map((rule, at) => (at === index ? { ...rule, ...part } : rule)) })
  return (
    <fieldset className="sup-group">
      <legend className="field-label">{text.outcomes}</legend>
      {outcomes.map((rule, index) => (
        <div key={index} className="row sup-outcome">
          <Input
            aria-label={`${text.outcomes} ${index + 1}`}
            maxLength={20}
            value={rule.word}
            onChange={({ target }) => put(index, { word: target.value })}
          />
          <Select
            aria-label={`${rule.word} ${supervisionText.form.kind}`}
            value={rule.kind}
            options={(['INTERVIEW', 'YELLOW_CARD', 'NOTICE'] as const).map((value) => ({
              value,
              label: SLIP_KINDS[value].name
            }))}
            onChange={(kind) => put(index, { kind })}
          />
          <Button size="small" onClick={() => change({ outcomes: outcomes.filter((_, at) => at !== index) })}>
            {text.remove}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => change({ outcomes: [...outcomes, { word: '通报', kind: 'NOTICE' }] })}
      >
        {text.addOutcome}
      </Button>
    </fieldset>
  )
}

export function Wording({ draft, change }: PartProps): ReactElement {
  return (
    <div>
      <Group label={text.prefixes}>
        {(Object.keys(SLIP_KINDS) as SlipKind[]).map((kind) => (
          <label key={kind} className="row">
            {SLIP_KINDS[kind].tag}
            <Input
              className="sup-days"
              aria-label={`${text.prefixes} ${SLIP_KINDS[kind].tag}`}
              maxLength={12}
              value={draft.prefixes[kind]}
              onChange={({ target }) => change({ prefixes: { ...draft.prefixes, [kind]: target.value } })}
            />
          </label>
        ))}
      </Group>
      <Group label={text.issuer}>
        <Input
          aria-label={text.issuer}
          maxLength={60}
          value={draft.issuer}
          onChange={({ target }) => change({ issuer: target.value })}
        />
      </Group>
      <Group label={text.copies}>
        <Input
          aria-label={text.copies}
          maxLength={200}
          value={draft.copies}
          onChange={({ target }) => change({ copies: target.value })}
        />
      </Group>
    </div>
  )
}
