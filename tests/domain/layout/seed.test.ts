import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unmark } from '#archive/read/markdown.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { summary } from './papers.ts'

const SEED = readFileSync(join(import.meta.dirname, 'fixtures/221-CV-HU.md'), 'utf8')

// A converter's marks may reach the reader or be taken off before: it reads the same.
describe.each([
  ['as converted', SEED],
  ['marks taken off', unmark(SEED)]
])('công văn 221-CV/HU, %s', (_, text) => {
  const draft = readDocument(splitPages(text.normalize('NFC')), { today: '2026-12-31' })

  test('head, subject and signature', () => {
    expect(summary(draft)).toMatchObject({
      system: 'party',
      reference: '221-CV/HU',
      documentType: 'cong-van',
      issuedOn: '2021-08-12',
      place: 'Đam Rông',
      issuer: 'Huyện ủy Đam Rông',
      parentBody: 'Đảng bộ tỉnh Lâm Đồng',
      actingBody: 'Thường trực Huyện ủy',
      subject:
        'Tăng cường công tác chỉ đạo, định hướng, quản lý thông tin trên mạng xã hội và các loại hình truyền thông khác trên mạng Internet',
      urgency: null,
      secrecy: null,
      signer: "Đa Cắt K'Hương",
      signerTitle: 'PHÓ BÍ THƯ',
      authority: 'T/M BAN THƯỜNG VỤ'
    })
    for (const reading of [draft.reference, draft.documentType, draft.issuedOn, draft.issuer, draft.subject]) {
      expect(reading?.certainty).toBe('sure')
    }
  })

  test('five addressees', () => {
    expect(draft.addressees.map((line) => line.text)).toEqual([
      'Ủy ban nhân dân huyện',
      'Ban Tuyên giáo Huyện ủy',
      'Các tổ chức cơ sở đảng trực thuộc Huyện ủy',
      'Phòng Văn hóa thông tin',
      'Trung tâm Văn hóa - Thông tin thể thao'
    ])
    expect(draft.addressees[2]?.kind).toBe('group')
  })

  test('nine recipient lines, one a file copy, one back to the addressees', () => {
    expect(draft.recipients.map(({ text, kind }) => [text, kind])).toEqual([
      ['Thường trực Tỉnh ủy', 'body'],
      ['Ban Tuyên giáo Tỉnh ủy', 'body'],
      ['Thường trực Huyện ủy', 'body'],
      ['TT HĐND, UBND huyện', 'body'],
      ['Như kính gửi', 'as-addressed'],
      ['Công an huyện', 'body'],
      ['Ban Chỉ đạo 35 huyện', 'body'],
      ['Các đ/c Huyện ủy viên', 'group'],
      ['Lưu VP Huyện ủy', 'file-copy']
    ])
    expect(draft.recipients[3]?.names).toEqual(['Thường trực HĐND huyện', 'UBND huyện'])
  })

  test('three citations and nothing else', () => {
    expect(
      draft.citations.map((citation) => [citation.reference && printReference(citation.reference), citation.issuedOn])
    ).toEqual([
      ['713-CV/TU', '2021-08-09'],
      ['35-NQ/TW', '2018-10-22'],
      ['145-CV/HU', '2021-05-04']
    ])
  })
})
