import type { Ref } from 'react'
import { Link } from 'wouter'
import type { DocumentFile, DocumentLine } from '#contract/schemas.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import type { FormWarning } from './form/document-fields.tsx'

export type Answer = 'attach' | 'other' | null
export type Role = DocumentFile['role']
export const ROLES: readonly Role[] = ['main', 'signed', 'source', 'appendix']

type QuestionProps = Readonly<{
  warning: FormWarning
  answer: Answer
  role: Role
  /** Without a file there is nothing to add to the other document. */
  canAttach: boolean
  onAnswer(answer: Answer): void
  onRole(role: Role): void
  onDiscard(): void
  firstRef: Ref<HTMLButtonElement>
}>

/** The same document, or the same bytes, seems to be there: the clerk says which; nothing is chosen beforehand (F03, F04). */
export function Question(props: QuestionProps) {
  const { document, code } = props.warning
  const reference = document?.reference ?? commonWords.noReference
  const bytes = code === 'duplicate-bytes'
  return (
    <section className="note warn" aria-label={bytes ? words.bytesTitle : words.sameTitle}>
      <Icon name="copies" />
      <div className="grow">
        <b className="strong">{bytes ? words.bytesTitle : words.sameTitle}</b>{' '}
        <span>{document ? describe(document) : ''}</span>
        <div className="row question">
          {bytes ? (
            <Button small ref={props.firstRef} onPress={props.onDiscard}>
              {words.discard} <Kbd>Alt 1</Kbd>
            </Button>
          ) : (
            props.canAttach && (
              <Button
                small
                ref={props.firstRef}
                pressed={props.answer === 'attach'}
                onPress={() => props.onAnswer('attach')}
              >
                {words.attachTo(reference)} <Kbd>Alt 1</Kbd>
              </Button>
            )
          )}
          <Button
            small
            ref={!bytes && !props.canAttach ? props.firstRef : null}
            pressed={props.answer === 'other'}
            onPress={() => props.onAnswer('other')}
          >
            {words.other} <Kbd>Alt 2</Kbd>
          </Button>
          {document && (
            <Link href={paths.document(document.id)}>
              {document.reference ? words.look(document.reference) : words.lookThere}
            </Link>
          )}
        </div>
        {props.answer === 'attach' && (
          <div className="row question">
            <span className="muted">{words.role}</span>
            <span>
              <Select<Role>
                bare
                label={words.role}
                value={props.role}
                choices={ROLES.map((role) => ({ value: role, text: words.roles[role] }))}
                onChange={props.onRole}
              />
            </span>
          </div>
        )}
      </div>
    </section>
  )
}

/** "221-CV/HU ngày 12/08/2021: Tăng cường …", with what there is of it. */
function describe(document: DocumentLine): string {
  const day = showDay(document.issuedOn)
  const name = document.reference ?? commonWords.noReference
  return `${day ? `${name} ${commonWords.day} ${day}` : name}${document.subject ? `: ${document.subject}` : '.'}`
}
