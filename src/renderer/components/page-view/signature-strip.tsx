import { useState } from 'react'
import type { FileSignature } from '#contract/schemas.ts'
import { showInstant } from '../../strings/dates.ts'
import { signatureWords as words } from '../../strings/signatures.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'

const WORST: readonly FileSignature['integrity'][] = ['changed', 'added-later', 'unchecked', 'unchanged']

/** The digital signatures of a file beside its page: who, when, and whether the bytes are still those signed. */
export function SignatureStrip(props: Readonly<{ signatures: readonly FileSignature[] }>) {
  const [open, setOpen] = useState(false)
  const told = new Map(props.signatures.map((one) => [`${one.signer}|${one.signedAt}|${one.integrity}`, one]))
  const [first, ...rest] = [...told.values()].toSorted(
    (a, b) => WORST.indexOf(a.integrity) - WORST.indexOf(b.integrity)
  )
  if (!first) return null
  const changed = first.integrity === 'changed'
  return (
    <section className={`pv-signatures${changed ? ' changed' : ''}`} aria-label={words.region}>
      <div className="row">
        <SignatureLine signature={first} />
        <Button small quiet pressed={open} onPress={() => setOpen(!open)}>
          {open ? words.less : rest.length > 0 ? words.more(rest.length) : words.title}
        </Button>
      </div>
      {open && rest.map((one, index) => <SignatureLine key={index} signature={one} />)}
      {open && first.certifier && <p className="hint">{words.certifier(first.certifier)}</p>}
      {open && <p className="hint">{words.limits}</p>}
      {changed && <p>{words.changedText}</p>}
    </section>
  )
}

function SignatureLine(props: Readonly<{ signature: FileSignature }>) {
  const { signer, organisation, signedAt, integrity, timeStamp } = props.signature
  const name = signer ?? organisation ?? (timeStamp ? words.timeStamp : words.noName)
  const of = organisation && signer && organisation.toLocaleLowerCase('vi') !== signer.toLocaleLowerCase('vi')
  const sound = integrity === 'unchanged'
  return (
    <p className="grow row signature-line">
      <Icon name={sound ? 'check' : 'warning'} />
      <span className="clip" title={of ? `${name}, ${organisation}` : name}>
        <b className="strong">{name}</b> · {signedAt ? words.signed(showInstant(signedAt)) : words.noTime} ·{' '}
        <span className={sound ? '' : 'strong'}>{words.integrity[integrity]}</span>
      </span>
    </p>
  )
}
