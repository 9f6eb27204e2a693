import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { NumberRequest } from '#contract/operations/books.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { paths } from '../../../app/paths.ts'
import { Button } from '../../../components/button.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import { MenuButton } from '../../../components/menu-button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useCall } from '../../../hooks/use-call.ts'
import { bookWords } from '../../../strings/books.ts'
import { commonWords } from '../../../strings/common.ts'
import { numberHelpWords as words } from '../../../strings/filing.ts'
import { bookLine } from '../../books/book-choices.ts'
import { printNumber } from '../../books/book-place.ts'
import { cleanForm } from './fields.ts'

type Proposal = OutputOf<'number.propose'>

type NumberHelpProps = Readonly<{
  form: DocumentForm
  request: NumberRequest | null
  onRequest(request: NumberRequest | null): void
  onChange(patch: Partial<DocumentForm>): void
}>

/** What the book the form falls in proposes, once the form stands still; papers that come in are numbered by their own column. */
export function useNumberProposal(asked: DocumentForm): Proposal | null {
  const numbered = asked.direction !== 'incoming'
  const found = useCall('number.propose', { form: cleanForm(asked), except: null }, { keep: true, enabled: numbered })
  return numbered ? (found.data ?? null) : null
}

/** The next number, a suffix or one kept back, given when the paper is filed; and the ways out where a number is taken (N01–N07). */
export function NumberHelp(props: NumberHelpProps & Readonly<{ proposal: Proposal | null }>) {
  const { form, request, proposal } = props
  const [, navigate] = useLocation()
  // What was chosen: once the field is empty the book no longer proposes it.
  const [label, setLabel] = useState('')
  const book = proposal?.book
  if (form.direction === 'incoming' || !proposal || !book) return null
  if (proposal.refused) {
    return (
      <div className="number-help">
        <span className="field-error" role="alert">
          {proposal.refused === 'fonds-closed' ? words.fondsClosed : words.bookClosed(bookName(book))}
        </span>
        <Button small onPress={() => navigate(paths.books)}>
          {bookWords.title}
        </Button>
      </div>
    )
  }
  const reason = request?.reason ?? null
  const ask = (take: NumberRequest['take'], said = '') => {
    setLabel(said)
    props.onChange({ number: null, suffix: null })
    props.onRequest({ take, reason })
  }
  const own = form.number !== null && /^\d+$/.test(form.number) ? Number(form.number) : null
  const wantsReason = proposal.taken.length > 0 || proposal.blank !== null || proposal.flags.length > 0
  return (
    <div className="number-help">
      {request?.take ? (
        <>
          <span>
            {words.willGet}{' '}
            <b className="strong">{label || words.expected(proposal.reference ?? String(proposal.next ?? ''))}</b>
          </span>
          <Button small onPress={() => props.onRequest(null)}>
            {commonWords.cancel}
          </Button>
        </>
      ) : (
        <>
          <span className="hint clip" title={bookName(book)}>
            {bookLine(book)}
          </span>
          {proposal.next !== null && form.number === null && (
            <Button small onPress={() => ask({ kind: 'next', bookId: book.id })}>
              {words.takeNext(proposal.next)} <Kbd>F7</Kbd>
            </Button>
          )}
          {proposal.taken.length > 0 && (
            <>
              {proposal.next !== null && (
                <Button small onPress={() => ask({ kind: 'next', bookId: book.id })}>
                  {words.takeNext(proposal.next)} <Kbd>F7</Kbd>
                </Button>
              )}
              {proposal.suffix !== null && own !== null && (
                <Button small onPress={() => ask({ kind: 'suffix', of: own }, printNumber(own, proposal.suffix))}>
                  {words.takeSuffix(printNumber(own, proposal.suffix))}
                </Button>
              )}
              {proposal.taken[0] && <Link href={paths.document(proposal.taken[0].id)}>{words.openOther}</Link>}
            </>
          )}
          {proposal.reserved.length > 0 && (
            <MenuButton
              small
              items={proposal.reserved.slice(0, 20).map((one) => ({
                id: one.id,
                text: [printNumber(one.number, one.suffix), one.forWhom, one.reason].filter(Boolean).join(' · '),
                run: () => ask({ kind: 'reserved', numberId: one.id }, printNumber(one.number, one.suffix))
              }))}
            >
              {words.useReserved(proposal.reserved.length)}
            </MenuButton>
          )}
        </>
      )}
      {(wantsReason || reason !== null) && !request?.take && (
        <TextField
          label={words.reason(proposal.flags.map((flag) => bookWords.flags[flag]).join(', '))}
          name="numberReason"
          value={reason ?? ''}
          onChange={(text) => props.onRequest(text === '' ? null : { take: null, reason: text.slice(0, 500) })}
        />
      )}
    </div>
  )
}
