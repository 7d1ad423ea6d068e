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
  return (
    <div className="page">
      <Loaded
        query={list}
        skeleton={
          <>
            <PageHead title={text.title} />
            <Panel>
              <Loaded query={list} rows={12}>
                {() => null}
              </Loaded>
            </Panel>
          </>
        }
      >
        {(data) => <Register list={data} />}
      </Loaded>
    </div>
  )
}
