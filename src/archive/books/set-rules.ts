import { OperationError } from '#contract/failures.ts'
import type { BookRuleId } from '#contract/ids.ts'
import type { BookRule } from '#contract/operations/books.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { CheckedInputOf, OutputOf } from '#contract/operations.ts'
import { ownBody } from '#domain/numbering/book-of.ts'
import { DEFAULT_RULES, type NumberingRule, overlapping } from '#domain/numbering/book-rule.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { numbering, savedRules } from '../store/book-lines.ts'

/** The office's own way of numbering (N02). What it moves from one book to another moves at once; sealed books forbid it. */
export function saveRule(
  archive: ArchiveContext,
  asked: CheckedInputOf<'book.saveRule'>['rule'],
  caller: Caller
): OutputOf<'book.saveRule'> {
  const { db } = archive
  const incoming = asked.direction === 'incoming'
  const usual = DEFAULT_RULES.find((one) => one.id === asked.id)
  // What the usual rules cover is what the others leave: only how they number may be said.
  const scope = usual
    ? { direction: usual.direction, body: null, separator: usual.separator, documentTypes: [], fondsId: null }
    : incoming
      ? { body: null, separator: null }
      : { body: asked.body === null ? null : ownBody(asked.body, numbering(db).office) }
  const rule = { ...asked, ...scope, id: asked.id ?? archive.newId('u') } as NumberingRule
  if (asked.id !== null && !usual && !savedRules(db).some((one) => one.id === asked.id)) {
    throw new OperationError('not-found', { rule: asked.id })
  }
  const other = overlapping(rule, numbering(db).rules)
  if (other) throw new OperationError('conflict', { problem: 'overlap', other: other.name ?? other.id })
  const before = savedRules(db).find((one) => one.id === rule.id) ?? null
  const [written] = archive.commit([{ kind: 'book-rule-saved', data: { rule, before } }], caller)
  return { rule: ruleView(rule), undo: { seq: written?.seq ?? 0, what: 'book-rule-saved' } }
}

/** Takes a rule away; of a usual one what the office had said. */
export function removeRule(archive: ArchiveContext, id: string, caller: Caller): OutputOf<'book.removeRule'> {
  if (!savedRules(archive.db).some((one) => one.id === id)) throw new OperationError('not-found', { rule: id })
  const [written] = archive.commit([{ kind: 'book-rule-removed', data: { ruleId: id } }], caller)
  return { undo: { seq: written?.seq ?? 0, what: 'book-rule-removed' } }
}

export function ruleView(rule: NumberingRule): BookRule {
  return {
    ...rule,
    id: rule.id as BookRuleId,
    fondsId: rule.fondsId as BookRule['fondsId'],
    documentTypes: [...rule.documentTypes]
  }
}
