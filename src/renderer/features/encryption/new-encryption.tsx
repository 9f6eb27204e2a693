import { useState } from 'react'
import type { NewEncryption } from '#contract/operations/encryption.ts'
import { Note } from '../../components/note.tsx'
import { encryptionWords } from '../../strings/encryption.ts'
import { NewPassword } from '../accounts/new-password.tsx'
import { isTwice, NO_PASSWORD, type Twice } from '../accounts/password-field.tsx'
import { KeySheet } from './key-sheet.tsx'
import { makeRecoveryKey } from './make-key.ts'
import './encryption.css'

const words = encryptionWords.offer
/** As the contract asks (`SHORTEST_PASSWORD`). */
export const SHORTEST = 8

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
    const whole = isTwice(typed) && [...typed.first].length >= SHORTEST && proved
    props.onChange(whole ? { password: typed.first, recoveryKey } : null)
  }
  const short = password.first !== '' && [...password.first].length < SHORTEST
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
      <p className={short ? 'field-error' : 'hint'}>{words.short(SHORTEST)}</p>
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
