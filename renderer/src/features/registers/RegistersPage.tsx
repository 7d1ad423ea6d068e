import type { ReactElement } from 'react'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { registersText as text } from '../../text/registers.ts'
import { Register } from './Register.tsx'
import { useRegisterList, useRegisterQuery } from './useRegister.ts'
import './registers.css'

/** 清单台账: every register of the office in one list, narrowed by what the address says. */
export function RegistersPage(): ReactElement {
  const { query } = useRegisterQuery()
  const list = useRegisterList(query.filter)
  // Read or not, the page says which one it is.
  if (list.data === undefined) {
    return (
      <div className="page">
        <PageHead title={text.title} />
        <Panel>
          <Loaded query={list} rows={12}>
            {() => null}
          </Loaded>
        </Panel>
      </div>
    )
  }
  return (
    <div className="page">
      <Register list={list.data} />
    </div>
  )
}
