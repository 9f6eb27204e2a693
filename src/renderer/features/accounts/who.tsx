import { useState } from 'react'
import type { OwnAccount } from '#contract/operations/accounts.ts'
import { useToasts } from '../../app/toasts.tsx'
import { MenuButton } from '../../components/menu-button.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { accountWords } from '../../strings/accounts.ts'
import { ChangePasswordDialog } from './change-password-dialog.tsx'

const words = accountWords.who

/** Who is signed in, in the title bar: one's own password, and the way out. */
export function Who(props: Readonly<{ account: OwnAccount }>) {
  const { account } = props
  const [changing, setChanging] = useState(false)
  const signOut = useCommand('account.signOut')
  const toasts = useToasts()
  return (
    <>
      <MenuButton
        icon="person"
        small
        items={[
          { id: 'change', text: words.change, run: () => setChanging(true) },
          {
            id: 'out',
            text: words.out,
            run: () => signOut.mutate({}, { onError: (error) => toasts.failed(error) })
          }
        ]}
      >
        <span className="sr">{words.menu}: </span>
        <span className="clip">
          {account.name} · {accountWords.roles[account.role]}
        </span>
      </MenuButton>
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </>
  )
}
