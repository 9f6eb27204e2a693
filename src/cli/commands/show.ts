import type { OutputOf } from '#contract/operations.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { type Command, UsageError } from '../command.ts'
import { describeLine } from '../describe.ts'
import { EXIT } from '../exit-codes.ts'
import { findDocument, withArchive } from '../session.ts'
import { LINK_WORDS, words } from '../words.ts'

export const show: Command = {
  options: {},
  async run(args, io) {
    const reference = args.positionals.join(' ').trim()
    if (reference === '') throw new UsageError(words.needs(words.reference))
    return withArchive(args, io, async (session) => {
      const { id } = await findDocument(session, reference)
      const document = await session.call('document.get', { id })
      if (io.json) io.data(document)
      else for (const line of describe(document)) io.out(line)
      return EXIT.ok
    })
  }
}

function describe(document: OutputOf<'document.get'>): readonly string[] {
  const { line, form, deliveries } = document
  const list = (title: string, lines: readonly string[]) => [
    `${title}:`,
    ...(lines.length ? lines.map((one) => `  - ${one}`) : [`  ${words.nothing}`])
  ]
  return [
    `${describeLine(line)}  [${line.id}]`,
    ...(form.signer
      ? [`${words.signedBy}: ${[form.authority, form.signerTitle, form.signer].filter(Boolean).join(', ')}`]
      : []),
    ...list(
      words.addressees,
      form.addressees.map((one) => one.text)
    ),
    ...list(
      words.recipients,
      form.recipients.map((one) => one.text)
    ),
    ...list(
      words.cites,
      document.cites.map(
        (one) =>
          `${RELATIONS[one.relation].name}: ${one.to ? describeLine(one.to) : one.raw} (${LINK_WORDS[one.status]})`
      )
    ),
    ...list(
      words.citedBy,
      document.citedBy.map((one) => `${RELATIONS[one.relation].name}: ${describeLine(one.from)}`)
    ),
    words.delivered(deliveries.expected, deliveries.sent, deliveries.acknowledged)
  ]
}
