import { useState } from 'react'
import type { NewEncryption } from '#contract/operations/encryption.ts'
import { isGuessable } from '#domain/vocabulary/guessable-passwords.ts'
import { Note } from '../../components/note.tsx'
import { encryptionWords } from '../../strings/encryption.ts'
import { NewPassword } from '../accounts/new-password.tsx'
import { isTwice, NO_PASSWORD, type Twice } from '../accounts/password-field.tsx'
import { KeySheet } from './key-sheet.tsx'
import { makeRecoveryKey } from './make-key.ts'
import './encryption.css'

const words = encryptionWords.offer
/** As the contract asks (`SHORTEST_PASSWORD`). */
const SHORTEST = 8

const isShort = (password: string): boolean => [...password].length < SHORTEST

/** Typed twice alike, and one the engine takes. */
export function isGood(typed: Twice): boolean {
  return isTwice(typed) && !isShort(typed.first) && !isGuessable(typed.first)
}

/** What is asked of a new password; said while it is typed, before a key is printed for nothing. */
export function PasswordAdvice(props: Readonly<{ password: string }>) {
  const { password } = props
  if (password !== '' && !isShort(password) && isGuessable(password))
    return <p className="field-error">{words.guessable}</p>
  return <p className={password !== '' && isShort(password) ? 'field-error' : 'hint'}>{words.short(SHORTEST)}</p>
}

type NewEncryptionProps = Readonly<{
  office: string
  folder: string
  today: string
  /** null: something is still missing. */
  onChange(encryption: NewEncryption | null): void
}>

/** What an archive that is to be encrypted will be opened with: a password typed twice, a key printed and proved. */
export function NewEncryptionFields(props: NewEncryptionProps) {
  const [password, setPassword] = useState<Twice>(NO_PASSWORD)
  const [recoveryKey] = useState(makeRecoveryKey)
  const [checked, setChecked] = useState(false)
  const tell = (typed: Twice, proved: boolean) => {
    props.onChange(isGood(typed) && proved ? { password: typed.first, recoveryKey } : null)
  }
  return (
    <div className="new-encryption">
      <NewPassword
        label={words.password}
        value={password}
        onChange={(typed) => {
          setPassword(typed)
          tell(typed, checked)
        }}
      />
      <PasswordAdvice password={password.first} />
      <KeySheet
        recoveryKey={recoveryKey}
        office={props.office}
        folder={props.folder}
        today={props.today}
        onChecked={(proved) => {
          setChecked(proved)
          tell(password, proved)
        }}
      />
      <Note tone="warn">{words.loss}</Note>
    </div>
  )
}
