import { paths } from '../../app/paths.ts'
import { keepState } from '../../hooks/use-kept-state.ts'

/** Opens the secret book with the form of a new incoming line: for a paper the queue has refused. */
export function recordSecret(navigate: (path: string) => void): void {
  keepState('secret.direction', 'incoming')
  keepState('secret.recording', true)
  navigate(paths.secret)
}
