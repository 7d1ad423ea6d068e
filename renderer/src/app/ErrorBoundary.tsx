import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { ErrorPanel } from '../components/ErrorPanel.tsx'

interface Props {
  children: ReactNode
  /** A change of this value (the address) gives the page another chance. */
  resetKey?: string
}
interface State {
  error: unknown
  at: string | undefined
}

/** A page that fails to draw says so; the rail and the title bar stay usable. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, at: undefined }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.at) return null
    return { error: null, at: props.resetKey }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <div className="page">
        <section className="panel">
          <ErrorPanel error={this.state.error}>
            <Button type="primary" onClick={() => this.setState({ error: null })}>
              重新打开这一页
            </Button>
          </ErrorPanel>
        </section>
      </div>
    )
  }
}
