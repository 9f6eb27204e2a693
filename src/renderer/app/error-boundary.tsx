import { Component, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { shellWords } from '../strings/vi.ts'

type Props = Readonly<{ place: string; children: ReactNode }>

/** A screen that breaks does not take the window with it. Going to another place tries again. */
export class ErrorBoundary extends Component<Props, Readonly<{ broken: boolean }>> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.broken && before.place !== this.props.place) this.setState({ broken: false })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <EmptyState title={shellWords.brokenTitle}>
        <p className="muted">{shellWords.brokenText}</p>
        <Button onPress={() => this.setState({ broken: false })}>{shellWords.brokenAgain}</Button>
      </EmptyState>
    )
  }
}
