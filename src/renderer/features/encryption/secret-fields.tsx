import { readRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { Segments } from '../../components/segments.tsx'
import { TextField } from '../../components/text-field.tsx'
import { encryptionWords } from '../../strings/encryption.ts'
import { PasswordField } from '../accounts/password-field.tsx'

const words = encryptionWords.unlock

type By = 'password' | 'key'

/** What is being typed to open an encrypted archive, or a backup of one. */
export type TypedSecret = Readonly<{ by: By; password: string; key: string }>
export const NOTHING_TYPED: TypedSecret = { by: 'password', password: '', key: '' }

/** One of the two, as the engine takes it. */
export type GivenSecret = Readonly<{ password: string | null; recoveryKey: string | null }>

/** null: nothing is typed yet, or a key that is not whole. */
export function secretTyped({ by, password, key }: TypedSecret): GivenSecret | null {
  if (by === 'key') return readRecoveryKey(key).ok ? { password: null, recoveryKey: key } : null
  return password === '' ? null : { password, recoveryKey: null }
}

/** By password or by the printed key; a group that was mistyped is named while it is typed. */
export function SecretFields(
  props: Readonly<{ value: TypedSecret; onChange(next: TypedSecret): void; password?: string }>
) {
  const { value, onChange } = props
  const read = readRecoveryKey(value.key)
  const wrong = !read.ok && read.group !== null ? words.wrongGroup(read.group) : null
  return (
    <>
      <Segments<By>
        label={words.by}
        value={value.by}
        choices={[
          { value: 'password', text: words.byPassword },
          { value: 'key', text: words.byKey }
        ]}
        onChange={(by) => onChange({ ...value, by })}
      />
      {value.by === 'password' ? (
        <PasswordField
          label={props.password ?? words.password}
          value={value.password}
          autoFocus
          onChange={(password) => onChange({ ...value, password })}
        />
      ) : (
        <>
          <TextField
            label={words.key}
            value={value.key}
            autoFocus
            onChange={(key) => onChange({ ...value, key })}
            error={wrong}
          />
          <p className="hint">{words.keyHelp}</p>
        </>
      )}
    </>
  )
}
