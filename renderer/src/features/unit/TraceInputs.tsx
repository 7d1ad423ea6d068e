import type { ReactElement } from 'react'
import type { TraceInput } from '#shared/domain/scoring/trace.ts'
import { sourceText } from '../../components/SourceTag.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'
import { unitText } from '../../text/unit.ts'

interface Props {
  inputs: readonly TraceInput[]
  /** Index of the input whose cell is shown below; −1 for none. Raters can share a key. */
  shown: number
  onShow: (index: number) => void
}

/** 用到的数: every number that went in, each with its place; those left out say why. */
export function TraceInputs({ inputs, shown, onShow }: Props): ReactElement {
  return (
    <table className="plain trace-inputs">
      <tbody>
        {inputs.map((input, index) => (
          <tr key={index} className={input.leftOut === undefined ? undefined : 'trace-left-out'}>
            <td>{input.label}</td>
            <td className="num bold">
              <Value input={input} />
            </td>
            <td className="small">
              {input.source?.kind === 'cell' ? (
                <button
                  type="button"
                  className="link small ellipsis"
                  aria-pressed={index === shown}
                  title={sourceText(input.source)}
                  onClick={() => onShow(index)}
                >
                  {input.source.sheet} · {input.source.address}
                </button>
              ) : (
                <span className="soft">{input.source === null ? null : sourceText(input.source)}</span>
              )}
              {input.leftOut === undefined ? null : (
                <span className="tag">
                  {unitText.trace.leftOut}：{input.leftOut}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ input }: { input: TraceInput }): ReactElement {
  if (input.value === null) {
    return <StatusMark status={input.state === 'MISSING' ? 'missing' : 'na'} />
  }
  return (
    <span className="nowrap">
      {input.state === 'ESTIMATED' ? <StatusMark status="estimated" /> : null} {printNumber(input.value)}
      <span className="small soft"> {input.unit}</span>
    </span>
  )
}
